package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shipper or receiver: a process with an environment of its own, and what it says in a file. */
final class ProgramProcess {

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path output;
  private ChildProcess process;

  /** Starts a launcher as it is shipped, with its options of the JVM and an AOT cache. */
  ProgramProcess(String launcher, Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    this.command = new ArrayList<>();
    command.add(ProgramRun.root().resolve("logs/bin").resolve(launcher).toString());
    command.addAll(List.of(arguments));
    this.environment = new HashMap<>(environment);
    this.environment.put("JAVA_HOME", System.getProperty("java.home"));
    this.environment.merge(
        "NATSFLEET_JAVA_OPTIONS",
        LauncherCache.optionsOf(launcher),
        (own, more) -> more + " " + own);
    this.output = output;
    this.process = start();
  }

  ChildProcess process() {
    return process;
  }

  void restart() throws IOException {
    process = start();
  }

  String said() {
    try {
      return output + ": " + Files.readString(output);
    } catch (IOException e) {
      return output + " cannot be read: " + e.getMessage();
    }
  }

  /** Puts settings like {@code NAME=value} over others. */
  static void set(Map<String, String> environment, String... settings) {
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
  }

  private ChildProcess start() throws IOException {
    return new ChildProcess(
        command, environment, output, Optional.of(new SecretScan(environment, output)));
  }
}
