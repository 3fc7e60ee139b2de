package dev.natsfleet.registry;

/** What went wrong behind a port, in words that name the call, the thing and the way out. */
public final class PortException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a caller can do about it. */
  public enum Kind {
    /** Later, with less haste. */
    THROTTLED,
    /** Grant the permission that the message names. */
    DENIED,
    /** The thing does not exist. */
    NOT_FOUND,
    /** Somebody else changed or holds it; look again. */
    CONFLICT,
    /** The request can never succeed as it is. */
    INVALID,
    /** A limit of the account or of capacity. */
    EXHAUSTED,
    /** The service does not answer, or not in time. */
    UNAVAILABLE
  }

  private final Kind kind;

  public PortException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public PortException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What a caller can do about it. */
  public Kind kind() {
    return kind;
  }
}
