package dev.natsfleet.operator.desired;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.LaunchTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Names the request for which an image parameter was resolved. The parameter's value changes when
 * AWS publishes an image; the pin changes only when the user changes what a node is made from, or
 * asks for a roll-out. The launch template version that was made for a pin keeps its image.
 */
public final class ImagePin {

  /** Stands before the part that belongs to the annotation, if that was set. */
  private static final String ASKED = ".";

  private ImagePin() {}

  /**
   * The pin of a specification, or an empty string if it names its image by id.
   *
   * @param rollOut value of the annotation that asks for a roll-out
   */
  public static String of(NodeTemplate nodes, String rollOut) {
    if (nodes.image().id() != null) {
      return "";
    }
    String made =
        ShortHash.of(
            CanonicalJson.write(
                Map.of(
                    "parameter", Objects.toString(nodes.image().parameter()),
                    "instanceType", nodes.instanceType(),
                    "securityGroups", new TreeSet<>(nodes.securityGroups()),
                    "instanceProfile", nodes.instanceProfile())));
    return rollOut.isEmpty() ? made : made + ASKED + ShortHash.of(rollOut);
  }

  /**
   * The image that a parameter was resolved to for this pin, if it was. The first counts: another
   * comes from an operator that could not see this one. An object that is applied again without its
   * annotation asks for nothing: it keeps what the annotation had asked for.
   */
  public static Optional<String> image(LaunchTemplate template, String pin) {
    Comparator<LaunchTemplate.Version> byNumber =
        Comparator.comparing(LaunchTemplate.Version::number);
    List<LaunchTemplate.Version> versions = pin.isEmpty() ? List.of() : template.versions();
    return versions.stream()
        .filter(version -> version.pin().equals(pin))
        .min(byNumber)
        .or(
            () ->
                versions.stream()
                    .filter(version -> version.pin().startsWith(pin + ASKED))
                    .max(byNumber))
        .map(LaunchTemplate.Version::image)
        .filter(image -> !image.isEmpty());
  }
}
