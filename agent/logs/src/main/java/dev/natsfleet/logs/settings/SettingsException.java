package dev.natsfleet.logs.settings;

import java.io.Serial;
import java.util.List;

/** The environment cannot be used; says everything that is wrong with it. Exit code 2. */
public final class SettingsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** One line per problem. */
  public SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
