package dev.natsfleet.agent.node;

import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeIdentity;

/**
 * What does not change while an agent runs.
 *
 * @param cluster that the node belongs to, as its log lines name it
 * @param who the node
 * @param agent version of the agent
 * @param config renders nats-server's configuration
 */
public record NodeContext(ClusterId cluster, NodeIdentity who, String agent, ServerConfig config) {}
