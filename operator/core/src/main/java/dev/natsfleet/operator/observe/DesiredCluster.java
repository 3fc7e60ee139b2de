package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ReleaseMark;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants, as Kubernetes holds it.
 *
 * @param id the cluster
 * @param owner {@code <fleet id>/<namespace>/<name>}: what the tag {@code natsfleet:owner} says of
 *     everything that belongs to it. An object that is created anew, in a restored or another
 *     Kubernetes, has the same
 * @param generation of the specification
 * @param deleting whether the object is being deleted
 * @param spec the specification
 * @param annotations what the object's annotations allow
 */
public record DesiredCluster(
    ClusterId id,
    String owner,
    long generation,
    boolean deleting,
    NatsClusterSpec spec,
    ObjectAnnotations annotations) {

  /**
   * Names this value of the annotation that asks for a roll-out; an empty string without one. A
   * template that was rejected is tried again when another value asks for it. Another generation of
   * the object does not: who scales the cluster asks for no rejected template.
   */
  public String request() {
    return rollOut().isEmpty() ? "" : Integer.toHexString(rollOut().hashCode());
  }

  /** Value of the annotation that asks for a roll-out, or an empty string. */
  public String rollOut() {
    return annotations.rollOut();
  }

  /** Whether something with this owner in its tag belongs to the cluster. */
  public boolean owns(@Nullable String holder) {
    return owner.equals(holder);
  }

  /**
   * Whether something with this owner in its tag may be taken over: an earlier object of the same
   * owner released it, or the annotation names its owner.
   */
  public boolean canTakeOver(@Nullable String holder) {
    return holder != null
        && !holder.isEmpty()
        && (ReleaseMark.isMarkOf(owner, holder) || holder.equals(annotations.takeOver()));
  }

  /** Whether it belongs to the cluster, or may be taken over. */
  public boolean canHave(@Nullable String holder) {
    return owns(holder) || canTakeOver(holder);
  }
}
