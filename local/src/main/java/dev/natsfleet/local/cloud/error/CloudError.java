package dev.natsfleet.local.cloud.error;

/**
 * An error as AWS gives it.
 *
 * @param code such as {@code ValidationError}
 * @param status HTTP status
 * @param message in AWS's words where they are known
 */
public record CloudError(String code, int status, String message) {

  /** A request that cannot be carried out as it stands. */
  public static CloudError invalid(String code, String message) {
    return new CloudError(code, 400, message);
  }
}
