package dev.natsfleet.local.cloud.ssm;

import java.time.Instant;

/**
 * One version of a parameter. A SecureString's value is stored in clear text and shown on request.
 */
public record Parameter(String name, String type, String value, long version, Instant modified) {

  /** The value, or a placeholder for a SecureString that is not to be decrypted. */
  public String visibleValue(boolean decrypted) {
    return type.equals("SecureString") && !decrypted ? "kms:alias/aws/ssm:" + version : value;
  }

  @Override
  public String toString() {
    return "Parameter[" + name + ", " + type + ", version " + version + "]";
  }
}
