package dev.natsfleet.registry;

import java.util.function.Consumer;

/**
 * The ports of one registry.
 *
 * @param node the registry as a node uses it
 * @param nodeRows the nodes table as the operator uses it
 * @param control the control table as the operator uses it
 * @param original writes a row as an original aws-nats node does
 */
public record RegistryPorts(
    NodeRegistry node,
    NodeRows nodeRows,
    ControlTable control,
    Consumer<NodeRow.Original> original) {}
