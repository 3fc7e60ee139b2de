package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of looking. */
public sealed interface Reading<T> {

  /** It was seen. */
  record Read<T>(T value) implements Reading<T> {}

  /**
   * It could not be seen.
   *
   * @param kind what can be done about it
   * @param message names the call, the thing and the way out
   */
  record Unread<T>(Kind kind, String message) implements Reading<T> {}

  /** Looks. */
  static <T> Reading<T> of(Supplier<T> look) {
    try {
      return new Read<>(look.get());
    } catch (PortException e) {
      return new Unread<>(e.kind(), String.valueOf(e.getMessage()));
    }
  }

  /** What was seen, if it was. */
  default Optional<T> seen() {
    return switch (this) {
      case Read<T>(T value) -> Optional.of(value);
      case Unread<T> unread -> Optional.empty();
    };
  }

  /** Why it could not be seen, if it could not. */
  default Optional<Unread<T>> unread() {
    return switch (this) {
      case Read<T> read -> Optional.empty();
      case Unread<T> unread -> Optional.of(unread);
    };
  }
}
