package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real logrotate, with a configuration for the logs of one directory. */
final class Logrotate {

  private static final String PROGRAM = "/usr/sbin/logrotate";

  private final Path directory;
  private final Path configuration;

  /** Directives as in logrotate.conf, separated by semicolons. */
  Logrotate(Path directory, Path logs, String directives) throws Exception {
    this.directory = directory;
    this.configuration = directory.resolve("logrotate.conf");
    SystemCommand.run(
        "chmod", "755", logs.toString()); // it refuses directories that others may write
    Files.writeString(
        configuration, "%s/*.log {\n%s\n}\n".formatted(logs, directives.replace(';', '\n')));
  }

  /** Rotates now; fails when logrotate leaves a log out, as it does silently. */
  void rotate() throws Exception {
    Path state = directory.resolve("logrotate.state");
    String said =
        SystemCommand.run(
            PROGRAM, "--verbose", "--force", "--state", state.toString(), configuration.toString());
    assertThat(said).doesNotContain("skipping");
  }
}
