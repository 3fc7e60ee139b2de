package dev.natsfleet.logs.protocol.audit;

/** The bucket of a pipeline's audits, which receivers create and shippers write. */
public final class AuditBucket {

  private AuditBucket() {}

  /** The name of the bucket. */
  public static String name(String streams) {
    return streams + "_accounts";
  }

  /** The subject that a key is published on. */
  public static String subject(String streams, AuditKey key) {
    return "$KV." + name(streams) + "." + key.text();
  }
}
