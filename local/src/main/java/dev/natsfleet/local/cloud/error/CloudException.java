package dev.natsfleet.local.cloud.error;

/** Refuses a command with an error of AWS. It is thrown before anything has changed. */
public final class CloudException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CloudError error;

  public CloudException(CloudError error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  /** An exception with HTTP status 400. */
  public static CloudException of(String code, String message) {
    return new CloudException(CloudError.invalid(code, message));
  }

  /** A {@code ValidationError}, with which Auto Scaling and SSM refuse an invalid request. */
  public static CloudException validation(String message) {
    return of("ValidationError", message);
  }

  public CloudError error() {
    return error;
  }
}
