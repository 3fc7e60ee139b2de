package dev.natsfleet.logs.outside;

/**
 * An answer.
 *
 * @param code status of HTTP
 * @param text the body
 */
public record Page(int code, String text) {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  /** All is well. */
  public static Page ok(String text) {
    return new Page(OK, text);
  }

  /** Something is not; the text says what. */
  public static Page unavailable(String text) {
    return new Page(UNAVAILABLE, text);
  }
}
