package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import java.util.function.Function;

/** The result of a command, or the error that refused it. */
public sealed interface CommandResult<T> {

  /** The command was executed. */
  record Ok<T>(T result) implements CommandResult<T> {}

  /** The command was refused and has changed nothing. */
  record Refused<T>(CloudError error) implements CommandResult<T> {}

  /** Converts the result. */
  default <U> CommandResult<U> map(Function<? super T, ? extends U> look) {
    return switch (this) {
      case Ok<T> ok -> new Ok<>(look.apply(ok.result()));
      case Refused<T> refused -> new Refused<>(refused.error());
    };
  }

  /** The result; throws the error if the command was refused. */
  default T orThrow() {
    return switch (this) {
      case Ok<T> ok -> ok.result();
      case Refused<T> refused -> throw new CloudException(refused.error());
    };
  }
}
