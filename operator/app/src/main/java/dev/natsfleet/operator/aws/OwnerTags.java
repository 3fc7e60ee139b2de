package dev.natsfleet.operator.aws;

/** Keys of the tags by which the operator knows its own; all are legal in IMDS. */
final class OwnerTags {

  /** UID of the Kubernetes object. */
  static final String OWNER = "natsfleet:owner";

  /** {@code namespace/name} of the Kubernetes object. */
  static final String CLUSTER = "natsfleet:cluster";

  private OwnerTags() {}
}
