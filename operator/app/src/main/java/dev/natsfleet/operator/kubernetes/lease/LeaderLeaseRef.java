package dev.natsfleet.operator.kubernetes.lease;

/**
 * Which Lease decides who leads, and as whom this process takes part.
 *
 * @param namespace of the Lease
 * @param name of the Lease
 * @param replica what this process alone is called in it, also after a restart
 */
public record LeaderLeaseRef(String namespace, String name, String replica) {

  @Override
  public String toString() {
    return namespace + "/" + name + " as " + replica;
  }
}
