package dev.natsfleet.local.cloud.ssm;

import java.time.Instant;

/** One version of a parameter; a SecureString's value is kept in the clear and shown on request. */
public record Parameter(String name, String type, String value, long version, Instant modified) {

  /** The value, or what stands in its place when it may not be decrypted. */
  public String shown(boolean decrypted) {
    return type.equals("SecureString") && !decrypted ? "kms:alias/aws/ssm:" + version : value;
  }

  @Override
  public String toString() {
    return "Parameter[" + name + ", " + type + ", version " + version + "]";
  }
}
