package dev.natsfleet.operator.reconcile;

import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.port.OwnedResource;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.ReleaseMark;
import java.time.Instant;

/**
 * Writes who owns what.
 *
 * @param owner of the cluster
 */
record OwnerMarks(Ports ports, String owner) {

  void takeOver(Step.TakeOver step) {
    switch (step.resource()) {
      case SERVICE -> ports.endpoints().takeOver(step.holder());
      case GROUP -> ports.groups().setOwner(owner);
      case TEMPLATE -> ports.launchTemplates().setOwner(owner);
      case CLUSTER_ROW -> ports.control().changeOwner(step.holder(), owner);
      case TABLES -> ports.tables().adopt(step.holder());
    }
  }

  void release(OwnedResource resource, Instant now) {
    ReleaseMark mark = new ReleaseMark(owner, now);
    switch (resource) {
      case SERVICE -> ports.endpoints().release(mark);
      case GROUP -> ports.groups().setOwner(mark.toString());
      case TEMPLATE -> ports.launchTemplates().setOwner(mark.toString());
      case CLUSTER_ROW -> ports.control().changeOwner(owner, mark.toString());
      case TABLES -> ports.tables().release(mark);
    }
  }
}
