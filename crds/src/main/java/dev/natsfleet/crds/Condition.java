package dev.natsfleet.crds;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/**
 * A Kubernetes condition.
 *
 * @param type its key
 * @param status True, False or Unknown
 * @param observedGeneration generation of the object that it describes
 * @param lastTransitionTime RFC 3339, moves only when status changes
 * @param reason stable CamelCase word
 * @param message for people: what is seen and what to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Condition(
    @JsonPropertyDescription("Ready, Progressing, Degraded, Paused or Stalled.") @Required
        String type,
    @JsonPropertyDescription("True, False or Unknown.") @Required String status,
    @JsonPropertyDescription("Generation of the object that it describes.") long observedGeneration,
    @JsonPropertyDescription("RFC 3339; moves only when status changes.") String lastTransitionTime,
    @JsonPropertyDescription("Stable CamelCase word.") String reason,
    @JsonPropertyDescription("What is seen and what to do.") String message) {}
