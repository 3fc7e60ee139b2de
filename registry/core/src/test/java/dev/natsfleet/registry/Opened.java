package dev.natsfleet.registry;

import java.util.function.Consumer;

/**
 * The registry of a cluster that nothing was written to yet.
 *
 * @param node as a node sees it
 * @param fleet as the operator sees the nodes table
 * @param control as the operator sees the control table
 * @param original writes a row as an original aws-nats node does
 */
public record Opened(
    NodeRegistry node, FleetRows fleet, ControlRows control, Consumer<NodeRow.Original> original) {}
