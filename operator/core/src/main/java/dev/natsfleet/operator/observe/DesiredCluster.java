package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.registry.ClusterId;

/**
 * What the user wants, as Kubernetes holds it.
 *
 * @param id the cluster
 * @param owner UID of the object
 * @param generation of the specification
 * @param deleting whether the object is being deleted
 * @param spec the specification
 * @param rollOut value of the annotation {@link #ROLL_OUT}, or an empty string
 */
public record DesiredCluster(
    ClusterId id,
    String owner,
    long generation,
    boolean deleting,
    NatsClusterSpec spec,
    String rollOut) {

  /** Another value of this annotation asks for the image that a parameter names now. */
  public static final String ROLL_OUT = "natsfleet.dev/roll-out";

  /** What an object without the annotation asks for. */
  public DesiredCluster(
      ClusterId id, String owner, long generation, boolean deleting, NatsClusterSpec spec) {
    this(id, owner, generation, deleting, spec, "");
  }

  /** Names what is asked for: another specification, or another value of the annotation. */
  public String request() {
    return rollOut.isEmpty()
        ? Long.toString(generation)
        : generation + "+" + Integer.toHexString(rollOut.hashCode());
  }
}
