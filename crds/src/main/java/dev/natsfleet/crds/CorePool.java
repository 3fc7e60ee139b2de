package dev.natsfleet.crds;

/**
 * The elastic pool: JetStream off, nodes come and go.
 *
 * @param min smallest size, 0 to 500
 * @param desired wanted size, between min and max
 * @param max largest size, 0 to 500
 * @param capacityOwner who changes the desired size
 */
public record CorePool(int min, int desired, int max, CapacityOwner capacityOwner) {

  /** Who changes the desired size. */
  public enum CapacityOwner {
    /** This object. */
    Operator,
    /** A scaling policy or a person; the operator only keeps min and max. */
    External
  }
}
