package dev.natsfleet.crds;

import java.util.Map;

/**
 * Settings of nats-server.
 *
 * @param maxPayload largest message, such as {@code 1Mi}
 * @param lameDuckDuration over how long clients are moved away, such as {@code 2m}; at least 30s
 * @param config merged into nats-server.conf as it stands
 */
public record ServerSpec(String maxPayload, String lameDuckDuration, Map<String, Object> config) {}
