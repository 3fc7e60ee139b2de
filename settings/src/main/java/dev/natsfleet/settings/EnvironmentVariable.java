package dev.natsfleet.settings;

import org.jspecify.annotations.Nullable;

/** One environment variable of a program. An enum of them is the list of all that it knows. */
public interface EnvironmentVariable {

  /** Its name in the environment. */
  String name();

  /** The value when it is not set or empty; null when it must be set. */
  @Nullable String initial();

  /** What it means, in Markdown. */
  String meaning();
}
