package dev.natsfleet.crds;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.natsfleet.crds.schema.UnavailableField;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants.
 *
 * @param version of nats-server, as {@code major.minor.patch}
 * @param paused true stops every write to AWS and to the registry
 * @param deletionPolicy what happens to the AWS resources when the object is deleted
 * @param region AWS Region
 * @param core the elastic pool; the schema refuses an object without it
 * @param nodes how an instance looks
 * @param server settings of nats-server
 * @param registration periods of the registry rows
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@OmitNulls
@ValidationRule(
    value = "has(self.core)",
    fieldPath = ".core",
    message =
        "spec.core is missing and there is no other pool: a cluster needs one; add spec.core, for"
            + " example {desired: 3}")
@SchemaCustomizer(
    value = UnavailableField.class,
    input =
        "spec.jetstream: JetStream slots come with a later version; remove it and declare"
            + " spec.core")
@SchemaCustomizer(
    value = UnavailableField.class,
    input =
        "spec.auth: typed users come with a later version; remove it and use"
            + " spec.server.config.authorization, without secrets you would not put into Git")
@SchemaCustomizer(
    value = UnavailableField.class,
    input =
        "spec.rollout: windows and paused rollouts come with a later version; remove it and use"
            + " spec.paused")
public record NatsClusterSpec(
    @JsonPropertyDescription(
            "Version of nats-server that the image holds, 2.15.0 or newer. It cannot change in this"
                + " version of natsfleet.")
        @Required
        @Size(max = 16) @ValidationRule(
            value = CelRules.IS_VERSION,
            messageExpression =
                "'spec.version ' + self + ' is not major.minor.patch: write it in full, for example"
                    + " 2.15.2'")
        @ValidationRule(
            value = "!" + CelRules.IS_VERSION + " || " + CelRules.VERSION_NUMBER + " >= 2015000",
            messageExpression =
                "'spec.version ' + self + ' is older than 2.15.0, the oldest that natsfleet runs:"
                    + " use an image with a newer nats-server and name its version'")
        @ValidationRule(
            value = "self == oldSelf",
            messageExpression =
                "'spec.version cannot go ' + ("
                    + CelRules.VERSION_NUMBER
                    + " < "
                    + CelRules.OLD_VERSION_NUMBER
                    + " ? 'back' : 'forward') + ' from ' + oldSelf + ' to ' + self + ' in v0.1:"
                    + " keep ' + oldSelf + ', or declare another cluster with the other version'")
        String version,
    @JsonPropertyDescription(
            "True stops every write of the operator to AWS and to the registry; nodes run on.")
        @Default("false")
        boolean paused,
    @JsonPropertyDescription(
            "What happens to the AWS resources when this object is deleted. Retain: the fleet serves"
                + " on, and a later object of this name takes it over. RetainData: nodes, group and"
                + " template are deleted, tables stay; refused while clients are connected, unless"
                + " the annotation natsfleet.dev/allow-deletion is true. Delete: everything that"
                + " carries our ownership tag is deleted.")
        @Default("Retain")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("AWS Region of the nodes. It cannot change.")
        @Required
        @Size(max = 32) @ValidationRule(
            value = "self.matches('^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$')",
            messageExpression =
                "'spec.region ' + self + ' is not the name of an AWS Region: write it as"
                    + " eu-west-1, without the letter of a zone'")
        @ValidationRule(
            value = "self == oldSelf",
            messageExpression =
                "'spec.region cannot change from ' + oldSelf + ' to ' + self + ', because the nodes"
                    + " and tables are there: keep ' + oldSelf + ', or declare another cluster'")
        String region,
    @JsonPropertyDescription("The elastic pool of nodes without JetStream. Required: {} is enough.")
        @Nullable CorePool core,
    @JsonPropertyDescription(
            "How an instance looks. A change makes a new launch template version and replaces the"
                + " nodes one by one.")
        @Required
        NodeTemplate nodes,
    @JsonPropertyDescription("Settings of nats-server.") @Default("{}") ServerSpec server,
    @JsonPropertyDescription(
            "Periods of the rows by which nodes know each other. The defaults are those of"
                + " aws-nats.")
        @Default("{}")
        RegistrationSpec registration) {

  public NatsClusterSpec {
    deletionPolicy = requireNonNullElse(deletionPolicy, DeletionPolicy.Retain);
    server = requireNonNullElse(server, ServerSpec.DEFAULTS);
    registration = requireNonNullElse(registration, RegistrationSpec.DEFAULTS);
  }
}
