package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Optional;
import java.util.function.Supplier;

/** The result of a read of the world: what was read, or why that failed. */
public sealed interface ReadResult<T> {

  /** The read succeeded. */
  record Read<T>(T content) implements ReadResult<T> {}

  /**
   * The read failed.
   *
   * @param kind what can be done about it
   * @param message names the call, the thing and the way out
   */
  record Unread<T>(Kind kind, String message) implements ReadResult<T> {}

  /** Reads, and turns a {@link PortException} into a value. */
  static <T> ReadResult<T> of(Supplier<T> read) {
    try {
      return new Read<>(read.get());
    } catch (PortException e) {
      return new Unread<>(e.kind(), String.valueOf(e.getMessage()));
    }
  }

  /** What was read, if the read succeeded. */
  default Optional<T> value() {
    return switch (this) {
      case Read<T>(T content) -> Optional.of(content);
      case Unread<T> unread -> Optional.empty();
    };
  }

  /** Why the read failed, if it did. */
  default Optional<Unread<T>> failure() {
    return switch (this) {
      case Read<T> read -> Optional.empty();
      case Unread<T> unread -> Optional.of(unread);
    };
  }
}
