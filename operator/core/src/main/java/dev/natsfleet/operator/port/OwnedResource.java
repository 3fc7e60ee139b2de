package dev.natsfleet.operator.port;

/** What bears the mark of its owner, and outlives the object if that is deleted with Retain. */
public enum OwnedResource {
  SERVICE("the Service"),
  GROUP("the Auto Scaling group"),
  TEMPLATE("the launch template"),
  CLUSTER_ROW("the cluster's row"),
  TABLES("the tables");

  private final String text;

  OwnedResource(String text) {
    this.text = text;
  }

  /** Its name in messages. */
  public String text() {
    return text;
  }
}
