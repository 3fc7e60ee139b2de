package dev.natsfleet.registry;

/** A failed call of a port. The message names the call, the resource and the way out. */
public final class PortException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a caller can do about it. */
  public enum Kind {
    /** Too many calls: try again later and more slowly. */
    THROTTLED,
    /** A permission is missing; the message names it. */
    DENIED,
    /** The resource does not exist. */
    NOT_FOUND,
    /** Somebody else changed or holds the resource; read it again. */
    CONFLICT,
    /** The request is invalid and can never succeed. */
    INVALID,
    /** A limit of the account or of AWS's capacity is reached. */
    EXHAUSTED,
    /** The service does not answer in time. */
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
