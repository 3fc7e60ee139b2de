package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.Endpoints.Endpoint;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.port.TemplateSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.Order;
import java.util.SortedSet;

/** One write to the world; making it twice does what it does once. */
public sealed interface Step {

  /** Why it is made, naming what was seen and what is wanted. */
  String why();

  /** A write to the Auto Scaling group. */
  sealed interface OfGroup extends Step {}

  /** Creates the two tables. */
  record CreateTables(String why) implements Step {}

  /** Takes over the tables that an earlier object of the same name released. */
  record AdoptTables(String why) implements Step {}

  /** Gives the tables up, for a later object of the same name. */
  record ReleaseTables(ClusterId cluster, String why) implements Step {}

  /** Gives the cluster's row up, before the tables: who finds these released finds it so too. */
  record ReleaseRow(ClusterId cluster, String owner, String why) implements Step {}

  /** Stores settings under their revision. */
  record StoreSettings(NodeSettings settings, String why) implements Step {}

  /** Writes the cluster's row: from now on booting nodes start with these settings. */
  record WriteCluster(ClusterRow row, String why) implements Step {}

  /** Creates a version of the launch template, and the template with it. */
  record CreateTemplate(TemplateSpec spec, String hash, String why) implements Step {}

  /** Makes a version of the template its default. */
  record MakeDefault(long version, String why) implements Step {}

  /** Creates the group. */
  record CreateGroup(GroupSpec spec, String why) implements OfGroup {}

  /** Corrects one field of the group. */
  record CorrectGroup(GroupSpec spec, GroupField field, String why) implements OfGroup {}

  /**
   * Lets the group launch from a template from now on.
   *
   * @param newestFailure activity id of the newest launch that failed before, or an empty string
   */
  record Try(GroupSpec spec, String hash, String newestFailure, String why) implements OfGroup {}

  /**
   * Gives a template up and lets the group launch from the one that serves.
   *
   * @param hash of the template that is given up
   * @param generation of the specification for which it is
   * @param trouble what is wrong with it
   */
  record RollBack(GroupSpec spec, String hash, long generation, String trouble, String why)
      implements OfGroup {}

  /** Sets the size of the group. */
  record Resize(Size size, String why) implements OfGroup {}

  /**
   * Terminates a member through its hooks.
   *
   * @param disruptive whether it serves clients
   */
  record Terminate(String instance, Capacity capacity, boolean disruptive, String why)
      implements OfGroup {}

  /** Terminates a member through its hooks, in a group that wants no member any more. */
  record Dismiss(String instance, String why) implements OfGroup {}

  /** Gives a node an order. */
  record Give(NodeIdentity to, Order order) implements Step {
    @Override
    public String why() {
      return order.reason();
    }
  }

  /** Sends applications to these addresses. */
  record Publish(SortedSet<Endpoint> serving, String why) implements Step {}

  /** Removes the row of a node that has ended. */
  record Forget(NodeRow row, String why) implements Step {}

  /** Deletes a template version that nothing uses. */
  record PruneTemplate(long version, String why) implements Step {}

  /** Deletes settings that nobody uses. */
  record PruneSettings(String revision, String why) implements Step {}

  /** Deletes the group. */
  record DeleteGroup(String why) implements OfGroup {}

  /** Deletes the launch template. */
  record DeleteTemplate(String why) implements Step {}

  /** Deletes the tables. */
  record DeleteTables(String why) implements Step {}

  /** Deletes Service and EndpointSlice. */
  record DeleteEndpoints(String why) implements Step {}
}
