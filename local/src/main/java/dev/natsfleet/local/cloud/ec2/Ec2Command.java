package dev.natsfleet.local.cloud.ec2;

import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command to EC2; each record has the name of AWS's action. */
public sealed interface Ec2Command {

  /** A command with a client token, which is executed only once. */
  sealed interface Idempotent extends Ec2Command {
    @Nullable String clientToken();
  }

  /** Creates a template with version 1. */
  record CreateLaunchTemplate(
      String name,
      @Nullable String description,
      TemplateContent content,
      Map<String, String> tags,
      @Nullable String clientToken)
      implements Idempotent {}

  /**
   * Adds a version.
   *
   * @param source version whose content the new content is merged into, null for none
   */
  record CreateLaunchTemplateVersion(
      TemplateRef template,
      @Nullable String source,
      @Nullable String description,
      TemplateContent content,
      @Nullable String clientToken)
      implements Idempotent {}

  /** Lists templates. */
  record DescribeLaunchTemplates(
      List<String> ids, List<String> names, List<Filter> filters, PageRequest page)
      implements Ec2Command {}

  /**
   * Lists versions of one template, newest first.
   *
   * @param versions numbers, {@code $Latest}, {@code $Default}; empty for all
   */
  record DescribeLaunchTemplateVersions(
      @Nullable TemplateRef template, List<String> versions, PageRequest page)
      implements Ec2Command {}

  /** Deletes a template with all its versions. */
  record DeleteLaunchTemplate(TemplateRef template) implements Ec2Command {}

  /** Deletes versions; the default version stays. */
  record DeleteLaunchTemplateVersions(TemplateRef template, List<String> versions)
      implements Ec2Command {}

  /** Changes the default version. */
  record ModifyLaunchTemplate(
      TemplateRef template, String defaultVersion, @Nullable String clientToken)
      implements Idempotent {}

  /** Launches instances; the content overrides that of the template, if one is named. */
  record RunInstances(
      @Nullable TemplateRef template,
      @Nullable String version,
      TemplateContent content,
      @Nullable String subnet,
      Count count,
      @Nullable String clientToken)
      implements Idempotent {}

  /** The number of instances; the emulated cloud launches {@code most} or none. */
  record Count(int least, int most) {}

  /** Lists instances. */
  record DescribeInstances(List<String> ids, List<Filter> filters, PageRequest page)
      implements Ec2Command {}

  /** Terminates instances. */
  record TerminateInstances(List<String> ids) implements Ec2Command {}

  /** Lists subnets. */
  record DescribeSubnets(List<String> ids, List<Filter> filters, PageRequest page)
      implements Ec2Command {}

  /** Lists images. */
  record DescribeImages(
      List<String> ids, List<String> owners, List<Filter> filters, PageRequest page)
      implements Ec2Command {}

  /** Lists security groups. */
  record DescribeSecurityGroups(List<String> ids, List<Filter> filters, PageRequest page)
      implements Ec2Command {}

  /** Lists zones. */
  record DescribeAvailabilityZones(List<String> names, List<Filter> filters)
      implements Ec2Command {}

  /** Sets tags on instances and templates. */
  record CreateTags(List<String> resources, Map<String, String> tags) implements Ec2Command {}

  /**
   * Removes tags.
   *
   * @param tags key → value; a tag goes when its value is the same or null
   */
  record DeleteTags(List<String> resources, Map<String, @Nullable String> tags)
      implements Ec2Command {}

  /** Lists tags of instances and templates. */
  record DescribeTags(List<Filter> filters, PageRequest page) implements Ec2Command {}
}
