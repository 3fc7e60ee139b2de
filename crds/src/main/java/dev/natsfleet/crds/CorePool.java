package dev.natsfleet.crds;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.NumbersInMessages;
import dev.natsfleet.crds.schema.UnavailableField;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import org.jspecify.annotations.Nullable;

/**
 * The elastic pool: JetStream off, nodes come and go.
 *
 * @param min smallest size, 0 to 500
 * @param desired wanted size, between min and max; ignored when another owns the capacity
 * @param max largest size, 0 to 500
 * @param capacityOwner who changes the desired size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
    value = "self.min <= self.max",
    fieldPath = ".min",
    messageExpression =
        "'spec.core.min ' + string(self.min) + ' is above spec.core.max ' + string(self.max) + ':"
            + " lower min or raise max'")
@ValidationRule(
    value =
        "self.capacityOwner == 'External' || (self.min <= self.desired && self.desired <="
            + " self.max)",
    fieldPath = ".desired",
    messageExpression =
        "'spec.core.desired ' + string(self.desired) + ' is not between min ' + string(self.min) +"
            + " ' and max ' + string(self.max) + ': choose a size within them, or move them'")
@SchemaCustomizer(
    value = UnavailableField.class,
    input =
        "spec.core.spot: Spot instances come with a later version; remove it, all nodes are"
            + " On-Demand")
@SchemaCustomizer(NumbersInMessages.class)
public record CorePool(
    @JsonPropertyDescription("Smallest size of the group.") @Default("0") @Min(0) @Max(500) int min,
    @JsonPropertyDescription(
            "Wanted size, between min and max. Ignored while capacityOwner is External.")
        @Default("3")
        @Min(0) @Max(500) @SpecReplicas
        int desired,
    @JsonPropertyDescription("Largest size of the group.") @Default("20") @Min(0) @Max(500) int max,
    @JsonPropertyDescription(
            "Who changes the size: Operator (this object), or External (a scaling policy or a"
                + " person; the operator keeps min and max only).")
        @Default("Operator")
        CapacityOwner capacityOwner) {

  /** Three nodes, at most twenty. */
  public static final CorePool DEFAULTS = read(null, null, null, null);

  /** Who changes the desired size. */
  public enum CapacityOwner {
    /** This object. */
    Operator,
    /** A scaling policy or a person; the operator only keeps min and max. */
    External
  }

  /** Reads what a user wrote; what is missing gets the default of the schema. */
  @JsonCreator
  static CorePool read(
      @JsonProperty("min") @Nullable Integer min,
      @JsonProperty("desired") @Nullable Integer desired,
      @JsonProperty("max") @Nullable Integer max,
      @JsonProperty("capacityOwner") @Nullable CapacityOwner capacityOwner) {
    return new CorePool(
        requireNonNullElse(min, 0),
        requireNonNullElse(desired, 3),
        requireNonNullElse(max, 20),
        requireNonNullElse(capacityOwner, CapacityOwner.Operator));
  }
}
