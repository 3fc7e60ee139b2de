package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import java.util.function.Function;

/** What a command comes to. */
public sealed interface Answer<T> {

  /** It was carried out. */
  record Ok<T>(T result) implements Answer<T> {}

  /** It was not, and nothing has changed. */
  record Refused<T>(CloudError error) implements Answer<T> {}

  /** The same with another look at the result. */
  default <U> Answer<U> map(Function<? super T, ? extends U> look) {
    return switch (this) {
      case Ok<T> ok -> new Ok<>(look.apply(ok.result()));
      case Refused<T> refused -> new Refused<>(refused.error());
    };
  }

  /** The result; throws the error when there is none. */
  default T orThrow() {
    return switch (this) {
      case Ok<T> ok -> ok.result();
      case Refused<T> refused -> throw new Refusal(refused.error());
    };
  }
}
