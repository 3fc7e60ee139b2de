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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance looks.
 *
 * @param instanceType EC2 instance type
 * @param image what it boots
 * @param subnets one or more, each in another zone for spread
 * @param securityGroups one or more
 * @param instanceProfile name of the IAM instance profile
 * @param tags put on instances, volumes and the group beside our own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@SchemaCustomizer(
    value = UnavailableField.class,
    input =
        "spec.nodes.artifacts: downloads at boot come with a later version; remove it and bake agent"
            + " and nats-server into spec.nodes.image")
public record NodeTemplate(
    @JsonPropertyDescription("EC2 instance type, such as c7g.large.")
        @Required
        @Size(max = 32) @ValidationRule(
            value = "self.matches('^[a-z0-9-]+[.][a-z0-9-]+$')",
            messageExpression =
                "'spec.nodes.instanceType ' + self + ' is not an EC2 instance type: write family and"
                    + " size, for example c7g.large'")
        String instanceType,
    @JsonPropertyDescription("What an instance boots.") @Required Image image,
    @JsonPropertyDescription("Subnets of the nodes; one in each zone spreads them.")
        @Required
        @Size(max = 16) @ValidationRule(
            value = "self.size() > 0",
            message =
                "spec.nodes.subnets is empty: name at least one subnet, better one in each of three"
                    + " zones")
        @ValidationRule(
            value = "self.all(s, s.matches('^subnet-[0-9a-f]{8,17}$'))",
            messageExpression =
                "'spec.nodes.subnets has ' + self.filter(s,"
                    + " !s.matches('^subnet-[0-9a-f]{8,17}$'))[0] + ', which is no subnet id:"
                    + " write ids such as subnet-0a1b2c3d4e5f60718'")
        @ValidationRule(
            value = "self.all(s, self.exists_one(t, t == s))",
            messageExpression =
                "'spec.nodes.subnets has ' + self.filter(s, !self.exists_one(t, t == s))[0] +"
                    + " ' more than once: name each subnet once'")
        List<@Size(max = 32) String> subnets,
    @JsonPropertyDescription("Security groups of the nodes.")
        @Required
        @Size(max = 16) @ValidationRule(
            value = "self.size() > 0",
            message =
                "spec.nodes.securityGroups is empty: name at least one group that lets clients reach"
                    + " 4222 and nodes reach each other on 6222")
        @ValidationRule(
            value = "self.all(s, s.matches('^sg-[0-9a-f]{8,17}$'))",
            messageExpression =
                "'spec.nodes.securityGroups has ' + self.filter(s,"
                    + " !s.matches('^sg-[0-9a-f]{8,17}$'))[0] + ', which is no security group"
                    + " id: write ids such as sg-0a1b2c3d4e5f60718'")
        @ValidationRule(
            value = "self.all(s, self.exists_one(t, t == s))",
            messageExpression =
                "'spec.nodes.securityGroups has ' + self.filter(s, !self.exists_one(t, t == s))[0] +"
                    + " ' more than once: name each group once'")
        List<@Size(max = 32) String> securityGroups,
    @JsonPropertyDescription("Name of the IAM instance profile, not its ARN.")
        @Required
        @Size(max = 128) @ValidationRule(
            value = "self.matches('^[A-Za-z0-9_+=,.@-]+$')",
            messageExpression =
                "'spec.nodes.instanceProfile ' + self + ' is not the name of an instance profile:"
                    + " write its name, for example natsfleet-node, not its ARN'")
        String instanceProfile,
    @JsonPropertyDescription("Put on the group, its instances and volumes, beside our own.")
        @Default("{}")
        @Size(max = 30) @ValidationRule(
            value =
                "self.all(k, !k.startsWith('aws:') && !k.startsWith('natsfleet') && k != 'Name')",
            messageExpression =
                "'spec.nodes.tags has ' + self.filter(k, k.startsWith('aws:') ||"
                    + " k.startsWith('natsfleet') || k == 'Name')[0] + ', but aws:, natsfleet and"
                    + " Name belong to AWS and natsfleet: choose another key'")
        @ValidationRule(
            value = "self.all(k, k.matches('^[A-Za-z0-9+=.,_:@-]{1,128}$'))",
            messageExpression =
                "'spec.nodes.tags has the key ' + self.filter(k,"
                    + " !k.matches('^[A-Za-z0-9+=.,_:@-]{1,128}$'))[0] + ', which the instance"
                    + " metadata service cannot show: use 1 to 128 letters, digits and + - = . , _ :"
                    + " @'")
        Map<String, @Size(max = 256) String> tags) {

  public NodeTemplate {
    subnets = List.copyOf(subnets);
    securityGroups = List.copyOf(securityGroups);
    tags = Map.copyOf(requireNonNullElse(tags, Map.of()));
  }

  /**
   * What an instance boots: exactly one of the two.
   *
   * @param id of an AMI
   * @param parameter name of an SSM parameter that holds the id of an AMI
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @OmitNulls
  @ValidationRule(
      value = "has(self.id) != has(self.parameter)",
      messageExpression =
          "has(self.id) ? 'spec.nodes.image has both id ' + self.id + ' and parameter ' +"
              + " self.parameter + ': remove one of them' : 'spec.nodes.image has neither id nor"
              + " parameter: give one of them'")
  public record Image(
      @JsonPropertyDescription("Id of an AMI, such as ami-0a1b2c3d4e5f60718.")
          @Size(max = 32) @ValidationRule(
              value = "self.matches('^ami-[0-9a-f]{8,17}$')",
              messageExpression =
                  "'spec.nodes.image.id ' + self + ' is no AMI id: write one such as"
                      + " ami-0a1b2c3d4e5f60718, or use parameter'")
          @Nullable String id,
      @JsonPropertyDescription(
              "Name of an SSM parameter that holds the id of an AMI. It is read for a new cluster, when"
                  + " instance type, security groups or profile change, and when the annotation"
                  + " natsfleet.dev/roll-out gets another value; a change of the parameter alone replaces no node.")
          @Size(max = 256) @ValidationRule(
              value = "self.matches('^/[A-Za-z0-9_./-]+$')",
              messageExpression =
                  "'spec.nodes.image.parameter ' + self + ' is not the full name of an SSM parameter:"
                      + " it starts with / and has letters, digits and . _ - / only'")
          @Nullable String parameter) {}
}
