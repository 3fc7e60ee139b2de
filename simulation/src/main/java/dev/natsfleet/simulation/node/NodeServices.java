package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.simulation.call.CallFaults;
import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.cloud.SimulatedCloud;

/**
 * What every node of a fleet uses.
 *
 * @param seed of the latencies
 * @param config renders nats-server.conf
 * @param observer is told what the agents decide
 */
public record NodeServices(
    VirtualClock clock,
    EventLog log,
    long seed,
    ClusterId cluster,
    CallFaults faults,
    NodeRegistry registry,
    SimulatedCloud cloud,
    ServerConfig config,
    NodeObserver observer,
    RouteMesh mesh) {}
