package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.query.Page;
import dev.natsfleet.local.cloud.world.Subnet;
import java.util.List;

/** What EC2 answers. */
public sealed interface Ec2Result {

  /** Carried out; there is nothing to say. */
  record Done() implements Ec2Result {}

  /** A template as it is after the command. */
  record OneTemplate(Template template) implements Ec2Result {}

  /** A version that was made. */
  record OneVersion(Template template, TemplateVersion version) implements Ec2Result {}

  /** Templates. */
  record Templates(Page<Template> page) implements Ec2Result {}

  /** A version in a list. */
  record Listed(Template template, TemplateVersion version) {}

  /** Versions. */
  record Versions(Page<Listed> page) implements Ec2Result {}

  /** What became of each version that was to be removed. */
  record DeletedVersions(Template template, List<Long> deleted, List<Kept> kept)
      implements Ec2Result {}

  /** A version that was not removed, and why. */
  record Kept(long version, String code, String message) {}

  /** Instances. */
  record Instances(Page<Instance> page) implements Ec2Result {}

  /** Instances of one launch. */
  record Launched(List<Instance> instances) implements Ec2Result {}

  /** Instances before and after. */
  record Changes(List<Change> changes) implements Ec2Result {}

  /** One instance before and after. */
  record Change(String id, InstanceState before, InstanceState after) {}

  /** Subnets. */
  record Subnets(Page<Subnet> page) implements Ec2Result {}

  /** An image, a security group or a zone: an id with a name. */
  record Named(String id, String name) {}

  /** Images. */
  record Images(Page<Named> page) implements Ec2Result {}

  /** Security groups. */
  record SecurityGroups(Page<Named> page) implements Ec2Result {}

  /** Zones by id and name. */
  record Zones(List<Named> zones) implements Ec2Result {}

  /** A tag of a resource. */
  record ResourceTag(String resource, String type, String key, String value) {}

  /** Tags. */
  record Tags(Page<ResourceTag> page) implements Ec2Result {}
}
