package dev.natsfleet.simulation.world;

import dev.natsfleet.crds.NodeTemplate.Image;
import dev.natsfleet.operator.desired.ImagePin;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.simulation.kubernetes.SimulatedKubernetes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The images that nodes may be launched from: the one that the object names, or, by parameter,
 * those that the parameter has named since the object asked as it does now. A fleet that has one of
 * them is not replaced for another.
 */
public final class DeclaredImages {

  /** The parameter that simulated users write. */
  public static final String PARAMETER = "/images/nats";

  private final SimulatedKubernetes kubernetes;
  private final Map<String, Set<String>> byPin = new HashMap<>();
  private String named = SampleSpec.image(1);

  DeclaredImages(SimulatedKubernetes kubernetes) {
    this.kubernetes = kubernetes;
    kubernetes.watch(this::note);
  }

  /** Somebody lets the parameter name this image. */
  public void name(String image) {
    named = image;
    note();
  }

  /** The image that the parameter names. */
  public String named() {
    return named;
  }

  /** Somebody asks for the image that the parameter names. */
  public void request() {
    kubernetes.askForRollOut();
    note();
  }

  /** The images that the object asks for. */
  public Set<String> wanted() {
    Image image = kubernetes.lastObject().spec().nodes().image();
    return image.id() == null ? Set.copyOf(byPin(kubernetes.lastObject())) : Set.of(image.id());
  }

  private void note() {
    byPin(kubernetes.lastObject()).add(named);
  }

  private Set<String> byPin(DesiredCluster object) {
    String pin = ImagePin.of(object.spec().nodes(), object.rollOut());
    return byPin.computeIfAbsent(pin, key -> new TreeSet<>());
  }
}
