package dev.natsfleet.crds;

import org.jspecify.annotations.Nullable;

/**
 * What the user wants.
 *
 * @param version of nats-server, as {@code major.minor.patch}
 * @param paused true stops every write to AWS and to the registry
 * @param deletionPolicy what becomes of the AWS side when the object is deleted
 * @param region AWS Region
 * @param core the elastic pool
 * @param nodes how an instance looks
 * @param server settings of nats-server
 * @param registration periods of the registry rows
 */
public record NatsClusterSpec(
    String version,
    boolean paused,
    DeletionPolicy deletionPolicy,
    String region,
    @Nullable CorePool core,
    NodeTemplate nodes,
    ServerSpec server,
    RegistrationSpec registration) {}
