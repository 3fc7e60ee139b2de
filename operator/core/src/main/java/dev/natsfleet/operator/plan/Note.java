package dev.natsfleet.operator.plan;

/**
 * A reason and its explanation.
 *
 * @param reason stable word
 * @param message names the thing, the value and the way out
 */
public record Note(Reason reason, String message) {}
