package dev.natsfleet.crds;

/**
 * A Kubernetes condition.
 *
 * @param type its key
 * @param status True, False or Unknown
 * @param observedGeneration generation of the object that it speaks of
 * @param lastTransitionTime RFC 3339, moves only when status changes
 * @param reason stable CamelCase word
 * @param message for people: what is seen and what to do
 */
public record Condition(
    String type,
    String status,
    long observedGeneration,
    String lastTransitionTime,
    String reason,
    String message) {}
