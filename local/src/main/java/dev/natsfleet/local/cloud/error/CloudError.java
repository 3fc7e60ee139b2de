package dev.natsfleet.local.cloud.error;

/**
 * An error of an AWS service.
 *
 * @param code such as {@code ValidationError}
 * @param status HTTP status
 * @param message AWS's text where it is known
 */
public record CloudError(String code, int status, String message) {

  /** An error with HTTP status 400. */
  public static CloudError invalid(String code, String message) {
    return new CloudError(code, 400, message);
  }
}
