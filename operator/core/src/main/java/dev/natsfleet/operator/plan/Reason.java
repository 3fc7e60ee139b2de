package dev.natsfleet.operator.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The stable words of conditions and events, each with its meaning and its way out. People and
 * alert rules match on them, so a word that was once released is never given another meaning. The
 * page {@code docs/reference/reasons.md} is rendered from here.
 */
public enum Reason {
  CREATING_TABLES(
      Kind.STEP,
      "The operator creates the cluster's two DynamoDB tables, or completes them.",
      "Nothing to do. Nodes are launched once the tables are active."),
  TAKING_OVER(
      Kind.STEP,
      "The operator makes something this NatsCluster's own that an earlier one of the same owner"
          + " released, or that the annotation natsfleet.dev/take-over names.",
      "Nothing to do. Only the mark of the owner is written; nodes go on serving."),
  RELEASING(
      Kind.STEP,
      "The NatsCluster is being deleted, and what outlives it is marked as released: everything"
          + " with deletionPolicy Retain, the tables with RetainData.",
      "Nothing to do. A NatsCluster of the same namespace and name takes it over again; delete it"
          + " by hand if none will come."),
  CREATING_TEMPLATE(
      Kind.STEP,
      "No version of the launch template has this image, instance type, instance profile and these"
          + " security groups, so one is created.",
      "Nothing to do."),
  CREATING_GROUP(
      Kind.STEP,
      "The Auto Scaling group does not exist and is created with size zero.",
      "Nothing to do. It gets its size once a node would find all it needs."),
  CORRECTING_DRIFT(
      Kind.STEP,
      "A field of the group, of the launch template, of the Service or of an EndpointSlice is not as"
          + " specified, because the specification or the thing itself was changed. The message"
          + " names the field and both values.",
      "Change spec instead of the thing; set spec.paused to true to keep a manual change for a"
          + " while."),
  ROLLING_BACK(
      Kind.STEP,
      "Launches from a new template kept failing, so the group launches from the template that"
          + " serves again.",
      "Correct spec.nodes. Any change of the specification tries its template anew."),
  SCALING(
      Kind.STEP,
      "The group's minimum, desired capacity or maximum is set.",
      "Nothing to do. With capacityOwner External only the limits are the operator's."),
  SPREADING_ZONES(
      Kind.STEP,
      "The nodes are not spread evenly over their zones, so one is launched where there are fewest,"
          + " and one of the fullest zone is retired when it serves.",
      "Nothing to do. One node is moved at a time."),
  RETIRING_NODE(
      Kind.STEP,
      "A node is terminated through its hook and not replaced: the cluster is scaled in or"
          + " deleted.",
      "Nothing to do. The agent moves the clients away first."),
  REPLACING_NODE(
      Kind.STEP,
      "A node is terminated through its hook, and the group launches another: it asked to be"
          + " replaced, it is silent and without routes, or its template is outdated.",
      "Nothing to do. No other node is disturbed until the cluster is whole again."),
  COMPLETING_HOOK(
      Kind.STEP,
      "A lifecycle hook that no agent completes is completed: the machine is gone, or the node"
          + " serves and its group still waits for it.",
      "Nothing to do. The group goes on at once, not when the hook ends by itself."),
  STORING_SETTINGS(
      Kind.STEP,
      "New node settings are stored in the control table under their revision.",
      "Nothing to do."),
  APPLYING_SETTINGS(
      Kind.STEP,
      "One node is ordered to take new settings in place, or the operator waits for a node to take"
          + " them.",
      "If it lasts, read whyNot of the nodes in status: the next node is asked when all others"
          + " serve."),
  SETTINGS_STABLE(
      Kind.STEP,
      "A node serves with the new settings, or there was none that could try them; booting nodes"
          + " start with them from now on.",
      "Nothing to do."),
  PUBLISHING_ENDPOINTS(
      Kind.STEP,
      "The addresses of the nodes that serve have changed, and the EndpointSlices follow.",
      "Nothing to do."),
  FORGETTING_NODE(
      Kind.STEP,
      "The instance has ended without removing its row from the registry; the operator removes it.",
      "Nothing to do."),
  PRUNING(
      Kind.STEP,
      "A launch template version or a revision of the settings is deleted because nothing uses it.",
      "Nothing to do."),
  DELETING(
      Kind.STEP,
      "Something of the cluster is deleted: the NatsCluster is being deleted, or its creation was"
          + " refused and is undone.",
      "Nothing to do. If a creation is undone, the condition Stalled says why it was refused."),

  TABLES_NOT_READY(
      Kind.WAIT,
      "A table is being created or deleted.",
      "Nothing to do; DynamoDB takes up to a minute."),
  GROUP_LEAVING(
      Kind.WAIT,
      "The Auto Scaling group is being deleted.",
      "Nothing to do. If the NatsCluster stays, the group is created anew afterwards."),
  NODES_STARTING(
      Kind.WAIT,
      "Fewer nodes are in service than the group wants, or nodes are being launched.",
      "If it lasts, read whyNot of the nodes in status and the message of LaunchesFailing."),
  REPORTS_AWAITED(
      Kind.WAIT,
      "The NatsCluster is being deleted with deletionPolicy RetainData, and nodes have not reported"
          + " their clients since that was seen.",
      "Nothing to do. A node reports within its heartbeat; one that stays silent counts as used, and"
          + " DeletionGuarded names it."),
  NODES_LEAVING(
      Kind.WAIT,
      "Nodes are being terminated, or the next one is retired when the one before has left.",
      "Nothing to do. A terminate hook that its agent does not extend ends after 15 minutes."),
  ROLLOUT_QUEUED(
      Kind.WAIT,
      "Another NatsCluster of this operator replaces nodes for a new template or subnet. One cluster"
          + " does so at a time, so that a bad image is found in one of them. Scaling, replacement of"
          + " failed nodes and new settings go on.",
      "Nothing to do. A rollout that is refused, that lacks capacity or that has replaced no node for"
          + " 30 minutes lets the next one begin."),
  RECOVERING(
      Kind.WAIT,
      "A disturbance is under way and no other is begun until the cluster is whole again; or a call"
          + " met a state that has changed since it was read, and is made again in the next pass.",
      "If it lasts, find the node that is not ready in status and read its whyNot."),

  LAUNCH_HOOK_OPEN(
      Kind.WARNING,
      "Nodes are ready to serve and cannot complete their launch hook; when it times out, the group"
          + " ends them and launches others.",
      "Do what the message says; most often the role of the instance profile lacks"
          + " autoscaling:CompleteLifecycleAction."),
  NODES_NOT_SERVING(
      Kind.WARNING,
      "Nodes that the group counts as in service do not serve, or miss routes to their peers.",
      "Read whyNot of these nodes in status, then the agent's log on the node. Security groups must"
          + " let the nodes reach one another on the route port."),
  VERSION_DIFFERS(
      Kind.WARNING,
      "Nodes run another version of nats-server than spec.version: it is the one in their image.",
      "Declare the version of the image, or an image with the version that is declared. Until then"
          + " settings that need that version are refused by the nodes."),
  CAPACITY_SHORT(
      Kind.WARNING,
      "AWS has no capacity for a node, or a quota of the account is used up. The group goes on"
          + " asking; a rollout waits, and its template is not given up for it.",
      "Nothing to do if it ends by itself. Else raise the quota that the message names, add subnets"
          + " in other zones, or choose another instance type."),
  ZONES_SKEWED(
      Kind.WARNING,
      "One zone has at least two nodes more than another, for instance since an outage.",
      "Nothing to do if spec.core.max leaves room for a node that comes first: one node is moved"
          + " when the cluster has been whole and unchanged for 30 minutes."),
  REGISTRY_UNREACHABLE(
      Kind.WARNING,
      "DynamoDB cannot be read. Nothing is written, and no node is declared dead.",
      "Check the operator's network path to DynamoDB and the message; it recovers by itself."),
  REGISTRY_SILENT(
      Kind.WARNING,
      "No row of any node has changed lately. This says more about the registry than about the"
          + " nodes: nobody is declared dead, and the endpoints stay as they are.",
      "Check whether the nodes reach DynamoDB: network path, instance profile, throttling."),
  AWS_UNREACHABLE(
      Kind.WARNING,
      "AWS does not answer. What cannot be seen is unknown, and nothing that needs it is done.",
      "Check the operator's network path and the AWS health page; it recovers by itself."),
  AWS_THROTTLED(
      Kind.WARNING,
      "AWS limits the rate of calls. The pass is made again.",
      "If it lasts, find out who else spends the account's request budget, or have it raised."),
  KUBERNETES_UNREACHABLE(
      Kind.WARNING,
      "The Service or its EndpointSlices cannot be read or written. The nodes are looked after all"
          + " the same.",
      "Check the API server, the operator's role and the message."),
  INTERNAL_ERROR(
      Kind.WARNING,
      "The operator met an error of its own. The last known status stays, and passes go on with"
          + " pauses of up to 5 minutes.",
      "Read the operator's log for the stack trace, and report it."),

  NEWER_IMAGE(
      Kind.OFFER,
      "The parameter of spec.nodes.image names another image than the one that the fleet's nodes are"
          + " launched from. The fleet stays as it is: a rollout begins when the user asks for it.",
      "Set the annotation natsfleet.dev/roll-out to another value, as the message shows, to take the"
          + " image. A change of image, instance type, security groups or profile takes it, too."),

  INVALID_SPEC(
      Kind.REFUSAL,
      "The specification contradicts itself or has a value that cannot be read. Nothing is changed"
          + " for it.",
      "Correct the field that the message names."),
  NOT_FOUND(
      Kind.REFUSAL,
      "The image, a subnet or a security group of the specification does not exist in the Region,"
          + " or the target of a call does not.",
      "Name one that this account can see in the cluster's Region."),
  FOREIGN_RESOURCE(
      Kind.REFUSAL,
      "A group, launch template, table or Service of this name belongs to somebody else. It is"
          + " not touched.",
      "Give the NatsCluster another name, delete the thing, or take it over with the annotation"
          + " that the message names."),
  OWNER_UNKNOWN(
      Kind.REFUSAL,
      "A group, launch template or table of this name has no tag natsfleet:owner, or a Service or"
          + " EndpointSlice with our label has no annotation natsfleet.dev/owner. A missing mark"
          + " does not say that the thing is somebody else's, nor that it is gone: it is not changed"
          + " or deleted, and the object's deletion waits.",
      "Set the tag or annotation to the value that the message names, or delete the thing by"
          + " hand."),
  DELETION_GUARDED(
      Kind.REFUSAL,
      "The NatsCluster is being deleted with deletionPolicy RetainData, which ends its nodes, and"
          + " clients are connected to them. The fleet is looked after as before.",
      "Move the clients away, set the annotation natsfleet.dev/allow-deletion to true, or set"
          + " spec.deletionPolicy to Delete or to Retain."),
  MAX_BELOW_DESIRED(
      Kind.REFUSAL,
      "spec.core.max is below the desired capacity that its external owner has set; AWS would"
          + " choose which nodes go.",
      "Lower the desired capacity first, or raise spec.core.max."),
  ROLLOUT_FAILED(
      Kind.REFUSAL,
      "Two launches from a new template failed in a row, or nodes refused new settings. The others"
          + " keep what serves. Launches for which AWS had no capacity do not count.",
      "Correct spec.nodes or spec.server as the message says. A template is tried anew when"
          + " spec.nodes changes, settings when spec.server changes, and both when the annotation"
          + " natsfleet.dev/roll-out gets another value."),
  LAUNCHES_FAILING(
      Kind.REFUSAL,
      "The newest launches of the group failed one after the other. A node that should be"
          + " replaced is kept until a launch succeeds.",
      "Read the message of AWS: subnet, image or instance profile."),
  AWS_DENIED(
      Kind.REFUSAL,
      "AWS denies a call to the operator.",
      "Give the operator's role the permission that the message names (docs/iam)."),
  AWS_REFUSED(
      Kind.REFUSAL,
      "AWS refuses a call because of a value in it.",
      "Correct the field of the specification that the value comes from."),
  AWS_EXHAUSTED(
      Kind.REFUSAL,
      "A quota of the account, or the capacity of a zone, is used up.",
      "Raise the quota, free resources, or choose another instance type or other subnets."),

  ALL_READY(Kind.STATE, "All nodes are ready and nothing is planned.", "Nothing to do."),
  PAUSED(
      Kind.STATE,
      "spec.paused is true: status is kept up to date and shows the plan, and nothing is written.",
      "Set spec.paused to false."),
  NOT_READY(
      Kind.STATE,
      "Fewer nodes are ready than are wanted. A node is ready when it serves with all its routes.",
      "Read the conditions Progressing, Degraded and Stalled, and whyNot of the nodes."),
  AS_EXPECTED(
      Kind.STATE,
      "The condition is false: there is nothing of its kind to report.",
      "Nothing to do.");

  /** What a reason is given for; the sections of its page. */
  public enum Kind {
    STEP(
        "Steps",
        "What the operator does. Each is an event of type Normal when it is done, and a reason of"
            + " the condition Progressing while it is planned."),
    WAIT("Waits", "What has to happen before there is more to do: reasons of Progressing."),
    WARNING(
        "Warnings",
        "What is not well and may end by itself: reasons of Degraded, and events of type Warning."),
    OFFER(
        "Offers",
        "What somebody may ask for while nothing is wrong: reasons of Progressing while it is false,"
            + " and events of type Normal."),
    REFUSAL(
        "Refusals",
        "What is not done until somebody changes something: reasons of Stalled, and events of type"
            + " Warning."),
    STATE(
        "States",
        "How things are: reasons of Ready, of Paused, and of every condition that is false. They"
            + " are no events.");

    private final String title;
    private final String explanation;

    Kind(String title, String explanation) {
      this.title = title;
      this.explanation = explanation;
    }

    String title() {
      return title;
    }

    String explanation() {
      return explanation;
    }
  }

  private final Kind kind;
  private final String meaning;
  private final String wayOut;

  Reason(Kind kind, String meaning, String wayOut) {
    this.kind = kind;
    this.meaning = meaning;
    this.wayOut = wayOut;
  }

  /** The word in CamelCase. */
  public String text() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** What it is given for. */
  public Kind kind() {
    return kind;
  }

  /** What it says about the cluster. */
  public String meaning() {
    return meaning;
  }

  /** What a person can do about it. */
  public String wayOut() {
    return wayOut;
  }
}
