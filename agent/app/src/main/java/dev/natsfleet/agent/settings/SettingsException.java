package dev.natsfleet.agent.settings;

import java.util.List;

/** Every problem of the environment at once. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> problems) {
    super(String.join("; ", problems));
  }
}
