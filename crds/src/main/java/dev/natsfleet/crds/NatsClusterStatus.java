package dev.natsfleet.crds;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.ListMapKeys;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was observed.
 *
 * @param observedGeneration generation that this status describes
 * @param phase one word for people: Pending, Forming, Running, Scaling, Updating, Deleting, Paused,
 *     Stalled
 * @param reason why it is in this phase, a stable CamelCase word
 * @param ready nodes that are SERVING with every route up
 * @param desired nodes that are wanted
 * @param version nats-server version that all nodes report, or null while they differ
 * @param revision settings that all nodes report, or null while they differ
 * @param selector label selector of the scale subresource
 * @param endpoints NATS URLs for applications
 * @param nodes one entry per instance
 * @param plan the next steps, with their reasons
 * @param conditions Ready, Progressing, Degraded, Paused, Stalled
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@OmitNulls
@SchemaCustomizer(value = ListMapKeys.class, input = "nodes by instance")
@SchemaCustomizer(value = ListMapKeys.class, input = "conditions by type")
public record NatsClusterStatus(
    @JsonPropertyDescription("Generation of the object that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "One word: Pending, Forming, Running, Scaling, Updating, Deleting, Paused or Stalled.")
        @PrinterColumn(name = "Phase")
        String phase,
    @JsonPropertyDescription("Why it is in this phase: a stable CamelCase word.")
        @PrinterColumn(name = "Reason")
        String reason,
    @JsonPropertyDescription("Nodes that serve with every route up.") @PrinterColumn(name = "Ready")
        int ready,
    @JsonPropertyDescription(
            "Nodes that there are, ready or not, without those that leave: what the scale"
                + " subresource shows.")
        @StatusReplicas
        int replicas,
    @JsonPropertyDescription("Nodes that are wanted.") @PrinterColumn(name = "Desired") int desired,
    @JsonPropertyDescription("Version of nats-server that all nodes report.")
        @PrinterColumn(name = "Version")
        @Nullable String version,
    @JsonPropertyDescription("Revision of the settings that all nodes report.")
        @Nullable String revision,
    @JsonPropertyDescription("Label selector of the scale subresource.") @LabelSelector
        @Nullable String selector,
    @JsonPropertyDescription("NATS URLs for applications.") List<String> endpoints,
    @JsonPropertyDescription("One entry for each instance.") List<NodeStatus> nodes,
    @JsonPropertyDescription("The next steps, before they are made.") List<PlannedStep> plan,
    @JsonPropertyDescription("Ready, Progressing, Degraded, Paused and Stalled.")
        List<Condition> conditions) {

  public NatsClusterStatus {
    phase = requireNonNullElse(phase, "Pending");
    reason = requireNonNullElse(reason, "NotObserved");
    endpoints = List.copyOf(requireNonNullElse(endpoints, List.of()));
    nodes = List.copyOf(requireNonNullElse(nodes, List.of()));
    plan = List.copyOf(requireNonNullElse(plan, List.of()));
    conditions = List.copyOf(requireNonNullElse(conditions, List.of()));
  }

  /**
   * One instance.
   *
   * @param instance EC2 instance id
   * @param ip private address
   * @param zone Availability Zone
   * @param pool {@code core}
   * @param lifecycle state in the Auto Scaling group
   * @param state what the node's agent reports, or {@code Unknown} while its row does not change
   * @param version nats-server version
   * @param revision settings it runs with
   * @param routes up and expected, such as {@code 2/2}, or {@code unknown}
   * @param heartbeatAgeSeconds since the operator last saw its row change; null if never
   * @param order the order it is carrying out, or null
   * @param whyNot why it is not ready, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @OmitNulls
  public record NodeStatus(
      @JsonPropertyDescription("Id of the EC2 instance.") @Required String instance,
      @JsonPropertyDescription("Private address.") @Nullable String ip,
      @JsonPropertyDescription("Availability Zone.") String zone,
      @JsonPropertyDescription("Pool it belongs to: core.") String pool,
      @JsonPropertyDescription("Lifecycle state in the Auto Scaling group.") String lifecycle,
      @JsonPropertyDescription(
              "State that its agent reports; Unknown while its row does not change.")
          String state,
      @JsonPropertyDescription("Version of nats-server that it runs.") @Nullable String version,
      @JsonPropertyDescription("Revision of the settings that it runs with.")
          @Nullable String revision,
      @JsonPropertyDescription("Routes up and expected, such as 2/2, or unknown.") String routes,
      @JsonPropertyDescription("Seconds since its row last changed; absent if it never did.")
          @Nullable Long heartbeatAgeSeconds,
      @JsonPropertyDescription("The order that it carries out.") @Nullable String order,
      @JsonPropertyDescription("Why it is not ready.") @Nullable String whyNot) {}

  /**
   * A step that is about to be made, and why.
   *
   * @param step what
   * @param reason why
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PlannedStep(
      @JsonPropertyDescription("What will be done.") String step,
      @JsonPropertyDescription("Why.") String reason) {}
}
