package dev.natsfleet.operator.port;

/** A part of a group that is corrected on its own. */
public enum NodeGroupField {
  /** Launch template version. */
  TEMPLATE("launchTemplate.version"),
  /** Where instances are launched. */
  SUBNETS("vpcZoneIdentifier"),
  /** The lifecycle hooks that carry our names; others are left alone. */
  HOOKS("lifecycleHooks"),
  /** The tags of the specification, all of them propagating; others are left alone. */
  TAGS("tags"),
  /** Scale-in protection of new instances, and of the members there are. */
  PROTECTION("newInstancesProtectedFromScaleIn"),
  /** Suspended processes: suspends what is missing, resumes the others. */
  SUSPENDED("suspendedProcesses");

  private final String text;

  NodeGroupField(String text) {
    this.text = text;
  }

  /** AWS's word for it, as events show it. */
  public String text() {
    return text;
  }
}
