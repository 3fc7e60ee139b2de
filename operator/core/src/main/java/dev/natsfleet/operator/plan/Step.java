package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.port.NodeGroups.HookResult;
import dev.natsfleet.operator.port.OwnedResource;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import java.util.SortedMap;
import java.util.SortedSet;

/** One write to the world. It is idempotent: made twice, it does what it does once. */
public sealed interface Step {

  /** Why it is made, naming what was seen and what is wanted. */
  String why();

  /** A write to the Auto Scaling group. */
  sealed interface GroupStep extends Step {}

  /** Creates the two tables. */
  record CreateTables(String why) implements Step {}

  /**
   * Makes something the cluster's own.
   *
   * @param holder the owner that it names now
   */
  record TakeOver(OwnedResource resource, String holder, String why) implements Step {}

  /** Gives something up, for a later object of the same owner. */
  record Release(OwnedResource resource, String why) implements Step {}

  /** Stores settings under their revision. */
  record StoreSettings(NodeSettings settings, String why) implements Step {}

  /** Writes the cluster's row: from now on booting nodes start with these settings. */
  record PromoteSettings(ClusterRow row, String why) implements Step {}

  /** Creates a version of the launch template, and the template with it. */
  record CreateTemplate(LaunchTemplateSpec spec, String description, String why) implements Step {}

  /** Makes a version of the template its default. */
  record MakeDefault(long version, String why) implements Step {}

  /** Creates the group. */
  record CreateGroup(NodeGroupSpec spec, String why) implements GroupStep {}

  /** Sets tags of an instance that are not as specified. */
  record CorrectTags(String instance, SortedMap<String, String> tags, String why) implements Step {}

  /** Corrects one field of the group. */
  record CorrectGroup(NodeGroupSpec spec, NodeGroupField field, String why) implements GroupStep {}

  /**
   * Lets the group launch from a template from now on.
   *
   * @param newestFailure activity id of the newest launch that failed before, or an empty string
   */
  record TryTemplate(NodeGroupSpec spec, String hash, String newestFailure, String why)
      implements GroupStep {}

  /**
   * Gives a template up and lets the group launch from the one that serves.
   *
   * @param hash of the template that is given up
   * @param request what asked for it, by {@code DesiredCluster.request}
   * @param failure what is wrong with it
   */
  record RollBack(NodeGroupSpec spec, String hash, String request, String failure, String why)
      implements GroupStep {}

  /** Sets the size of the group. */
  record Resize(GroupSize size, String why) implements GroupStep {}

  /**
   * Launches one more node, for the sake of a zone that has too few.
   *
   * @param size of the group, until a node of another zone has been retired
   */
  record SpreadZones(GroupSize size, String zone, String why) implements GroupStep {}

  /** Terminates a member through its hooks. */
  record Terminate(String instance, CapacityPolicy capacity, String why) implements GroupStep {}

  /** Terminates a member through its hooks, in a group that wants no member any more. */
  record TerminateForDeletion(String instance, String why) implements GroupStep {}

  /** Completes a hook that holds a member. */
  record CompleteHook(String instance, String hook, HookResult result, String why)
      implements GroupStep {}

  /** Gives a node an order. */
  record SendOrder(NodeIdentity to, Order order) implements Step {
    @Override
    public String why() {
      return order.reason();
    }
  }

  /** Sends applications to these addresses. */
  record PublishEndpoints(SortedSet<Endpoint> serving, String why) implements Step {}

  /**
   * Brings Service and EndpointSlices back to what they should be.
   *
   * @param why the fields that somebody changed
   */
  record CorrectEndpoints(SortedSet<Endpoint> serving, String why) implements Step {}

  /** Removes the row of a node that has ended. */
  record DeleteRow(NodeRow row, String why) implements Step {}

  /** Deletes a template version that nothing uses. */
  record PruneTemplate(long version, String why) implements Step {}

  /** Deletes settings that nobody uses. */
  record PruneSettings(String revision, String why) implements Step {}

  /** Deletes the group. */
  record DeleteGroup(String why) implements GroupStep {}

  /** Deletes the launch template. */
  record DeleteTemplate(String why) implements Step {}

  /** Deletes the tables. */
  record DeleteTables(String why) implements Step {}

  /** Deletes Service and EndpointSlice. */
  record DeleteEndpoints(String why) implements Step {}
}
