package dev.natsfleet.settings;

import java.io.Serial;
import java.util.List;

/** The environment is wrong. The message has one line per problem. */
public final class SettingsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** One text per problem, each with name, value and way out. */
  public SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
