package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ClusterId;

/** Opens the ports of one cluster: those of Kubernetes are given, the others are opened. */
@FunctionalInterface
public interface PortsFactory {

  /**
   * The ports of a cluster.
   *
   * @param fleet the cluster, its owner and its Region
   */
  Ports open(Fleet fleet, ServiceEndpoints endpoints, Events events);

  /**
   * One cluster in AWS.
   *
   * @param owner what the tag {@code natsfleet:owner} says
   * @param region AWS Region
   */
  record Fleet(ClusterId id, String owner, String region) {}
}
