package dev.natsfleet.registry;

import java.util.regex.Pattern;

/**
 * The name of one cluster, in Kubernetes and in AWS.
 *
 * @param namespace a DNS label of at most 63 characters
 * @param name a DNS label of at most 63 characters
 */
public record ClusterId(String namespace, String name) {

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  public ClusterId {
    requireLabel("namespace", namespace);
    requireLabel("name", name);
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws IllegalArgumentException if the text is not {@code namespace/name}
   */
  public static ClusterId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "cluster '" + text + "' is not of the form namespace/name");
    }
    return new ClusterId(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * The name of everything that exists once per cluster in AWS. It is unique because DNS labels
   * have no dot.
   */
  public String awsName() {
    return "natsfleet." + namespace + "." + name;
  }

  /** The table of the aws-nats contract. */
  public String nodesTable() {
    return awsName();
  }

  /**
   * The table of settings, cluster row and journal. A dot precedes its suffix; no label has one, so
   * the name is never that of another cluster's nodes table.
   */
  public String controlTable() {
    return awsName() + ".control";
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }

  private static void requireLabel(String field, String value) {
    if (!DNS_LABEL.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + " '" + value + "' is not a DNS label (a-z, 0-9, '-', at most 63 characters)");
    }
  }
}
