package dev.natsfleet.registry;

/**
 * Who a node is, for one start of its agent.
 *
 * @param ip private address, the key of its row
 * @param instance EC2 instance id
 * @param boot random for each start of the agent; a row belongs to the boot that wrote it last
 * @param zone Availability Zone
 * @param pool {@code core}
 * @param server nats-server's {@code server_name}
 */
public record NodeIdentity(
    String ip, String instance, String boot, String zone, String pool, String server) {}
