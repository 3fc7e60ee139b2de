package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.query.ResultPage;
import dev.natsfleet.local.cloud.world.Subnet;
import java.util.List;

/** A result of EC2. */
public sealed interface Ec2Result {

  /** Executed; the result is empty. */
  record Done() implements Ec2Result {}

  /** A template after the command. */
  record OneTemplate(VersionedTemplate versionedTemplate) implements Ec2Result {}

  /** A new version. */
  record OneVersion(VersionedTemplate versionedTemplate, TemplateVersion version)
      implements Ec2Result {}

  /** Templates. */
  record Templates(ResultPage<VersionedTemplate> page) implements Ec2Result {}

  /** A version in a list. */
  record ListedVersion(VersionedTemplate versionedTemplate, TemplateVersion version) {}

  /** Versions. */
  record Versions(ResultPage<ListedVersion> page) implements Ec2Result {}

  /** The result of a deletion of versions. */
  record DeletedVersions(
      VersionedTemplate versionedTemplate, List<Long> deleted, List<RefusedDeletion> refused)
      implements Ec2Result {}

  /** A version that was not deleted, and the reason. */
  record RefusedDeletion(long version, String code, String message) {}

  /** Instances. */
  record InstancePage(ResultPage<Instance> page) implements Ec2Result {}

  /** Instances of one launch. */
  record Launched(List<Instance> instances) implements Ec2Result {}

  /** States of instances before and after the command. */
  record StateChanges(List<StateChange> stateChanges) implements Ec2Result {}

  /** The state of one instance before and after the command. */
  record StateChange(String id, InstanceState before, InstanceState after) {}

  /** Subnets. */
  record Subnets(ResultPage<Subnet> page) implements Ec2Result {}

  /** An image, a security group or a zone: an id with a name. */
  record NamedResource(String id, String name) {}

  /** Images. */
  record Images(ResultPage<NamedResource> page) implements Ec2Result {}

  /** Security groups. */
  record SecurityGroups(ResultPage<NamedResource> page) implements Ec2Result {}

  /** Zones by id and name. */
  record Zones(List<NamedResource> zones) implements Ec2Result {}

  /** A tag of a resource. */
  record ResourceTag(String resource, String type, String key, String value) {}

  /** Tags. */
  record Tags(ResultPage<ResourceTag> page) implements Ec2Result {}
}
