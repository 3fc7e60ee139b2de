package dev.natsfleet.operator.desired;

import dev.natsfleet.crds.NodeTemplate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Names the request for which an image parameter was resolved. The parameter's value changes when
 * AWS publishes an image; the pin changes only when the user changes what a node is made from, or
 * asks for a roll-out. The launch template version that was made for a pin keeps its image.
 */
public final class ImagePin {

  private ImagePin() {}

  /**
   * The pin of a specification, or an empty string if it names its image by id.
   *
   * @param rollOut value of the annotation that asks for a roll-out
   */
  public static String of(NodeTemplate nodes, String rollOut) {
    return nodes.image().id() != null
        ? ""
        : ShortHash.of(
            CanonicalJson.write(
                Map.of(
                    "parameter", Objects.toString(nodes.image().parameter()),
                    "rollOut", rollOut,
                    "instanceType", nodes.instanceType(),
                    "securityGroups", new TreeSet<>(nodes.securityGroups()),
                    "instanceProfile", nodes.instanceProfile())));
  }
}
