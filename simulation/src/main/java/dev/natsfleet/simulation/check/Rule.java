package dev.natsfleet.simulation.check;

/** What must hold. The numbers are those of the invariants in the design. */
public enum Rule {
  /** 8: a live peer is never dropped from {@code routes}. */
  LIVE_PEER_DROPPED,
  /** 10: a failing registry or AWS API never stops or replaces a running server. */
  HEALTHY_NODE_ENDED,
  /** 11: no pass ends more than one serving node. */
  TWO_NODES_ENDED_IN_A_PASS,
  /** 3 and 11: nobody ends a serving node while another is missing. */
  NODE_ENDED_WHILE_ANOTHER_IS_MISSING,
  /** 11: one node that serves leaves at a time. */
  TWO_NODES_LEAVE_AT_ONCE,
  /** 10: nobody ends a serving node while no agent can be heard. */
  NODE_ENDED_IN_THE_DARK,
  /** An operator writes nothing to what bears another owner's mark. */
  FOREIGN_FLEET_CHANGED,
  /** 12: the desired capacity changes only through its owner. */
  CAPACITY_OF_ANOTHER_CHANGED,
  /** 10: clients are not taken from a server that runs, because its row cannot be read. */
  HEALTHY_ENDPOINT_DROPPED,
  /** 15: the status does not say that all nodes are ready when one is not. */
  READY_WITHOUT_NODES,
  /** 15: the status says when the Service of the cluster's name is somebody's own. */
  FOREIGN_SERVICE_UNTOLD,
  /** 15: the Service does not send clients to a machine that is gone, or a server that hangs. */
  DEAD_ENDPOINT_KEPT,
  /** A node that serves does not wait in its launch hook until it is abandoned. */
  LAUNCH_HOOK_FORGOTTEN,
  /** Settings that no server lives with do not become what booting nodes start with. */
  BAD_SETTINGS_PROMOTED,
  /** The operator does not end a pass in an error of its own. */
  INTERNAL_ERROR,
  /** Once all is well around it, the cluster becomes Ready as declared, or says what stalls it. */
  NOT_READY_IN_TIME,
  /** A cluster that is deleted leaves nothing behind. */
  SOMETHING_LEFT_BEHIND
}
