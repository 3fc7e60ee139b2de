package dev.natsfleet.local.cloud.error;

/** Carries an error from the check that found it to the answer; nothing was changed before it. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CloudError error;

  public Refusal(CloudError error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  /** A refusal with HTTP status 400. */
  public static Refusal of(String code, String message) {
    return new Refusal(CloudError.invalid(code, message));
  }

  /** Auto Scaling's and SSM's word for a request that makes no sense. */
  public static Refusal validation(String message) {
    return of("ValidationError", message);
  }

  public CloudError error() {
    return error;
  }
}
