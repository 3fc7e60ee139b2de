package dev.natsfleet.crds;

/** Periods of the registry rows, in seconds; the defaults are those of aws-nats. */
public record RegistrationSpec(int heartbeatSeconds, int aliveSeconds, int forgetSeconds) {}
