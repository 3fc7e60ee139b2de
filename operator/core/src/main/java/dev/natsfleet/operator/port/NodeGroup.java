package dev.natsfleet.operator.port;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is.
 *
 * @param owner value of its tag {@code natsfleet:owner}, or null if it has none
 * @param deleting whether its deletion was asked for
 * @param size with the desired capacity never null
 * @param templateId id of the template that it launches from, or null if from none; a template that
 *     is deleted and made again under its name has another
 * @param templateVersion number of the version of the cluster's own template, or null if it uses
 *     another template, {@code $Latest} or {@code $Default}
 * @param subnets where it launches
 * @param hooks all of them, by name
 * @param tags those that propagate at launch
 * @param protectedFromScaleIn whether new instances are protected from scale-in
 * @param suspended processes that do not run, in AWS's words
 * @param members its instances, also those that come or leave
 * @param failures launches that failed since the newest that succeeded
 */
public record NodeGroup(
    @Nullable String owner,
    boolean deleting,
    GroupSize size,
    @Nullable String templateId,
    @Nullable Long templateVersion,
    Set<String> subnets,
    Map<String, LifecycleHook> hooks,
    Map<String, String> tags,
    boolean protectedFromScaleIn,
    Set<String> suspended,
    List<GroupMember> members,
    Failures failures) {

  public NodeGroup {
    subnets = Set.copyOf(subnets);
    hooks = Map.copyOf(hooks);
    tags = Map.copyOf(tags);
    suspended = Set.copyOf(suspended);
    members = List.copyOf(members);
  }

  /**
   * The same, seen by an owner whose template has this id: versions of another template mean
   * nothing, whatever its name.
   */
  public NodeGroup of(String ownTemplate) {
    return new NodeGroup(
        owner,
        deleting,
        size,
        templateId,
        ownTemplate.equals(templateId) ? templateVersion : null,
        subnets,
        hooks,
        tags,
        protectedFromScaleIn,
        suspended,
        members.stream().map(member -> member.of(ownTemplate)).toList(),
        failures);
  }

  /** The desired capacity. */
  public int desired() {
    Integer desired = size.desired();
    if (desired == null) {
      throw new IllegalStateException("an observed group has a desired capacity");
    }
    return desired;
  }

  /**
   * Launches that failed, counted from the newest back to the newest that succeeded. What {@link
   * LaunchHistory} takes for a lack of capacity, or for an end that somebody wanted, is no failure.
   *
   * @param activities their ids, the newest first; none if the newest launch succeeded or there was
   *     none; an upper bound such as one page of activities is fine
   * @param message status message of the newest, or an empty string
   * @param shortage what AWS says about capacity or quota if the newest launch ended for lack of
   *     it, or an empty string
   */
  public record Failures(List<String> activities, String message, String shortage) {

    /** No launch failed since the newest that succeeded. */
    public static final Failures NONE = new Failures(List.of(), "", "");

    public Failures {
      activities = List.copyOf(activities);
    }

    /** How many. */
    public int inARow() {
      return activities.size();
    }

    /** How many are newer than this one; all, if it is not among them. */
    public int since(String activity) {
      int older = activities.indexOf(activity);
      return older < 0 ? inARow() : older;
    }

    /** Whether AWS had no room for the newest launch. */
    public boolean isShortOfCapacity() {
      return !shortage.isEmpty();
    }

    /** The newest, or an empty string. */
    public String newest() {
      return activities.stream().findFirst().orElse("");
    }
  }
}
