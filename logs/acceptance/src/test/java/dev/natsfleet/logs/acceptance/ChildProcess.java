package dev.natsfleet.logs.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that ends with the test, one way or the other. */
final class ChildProcess {

  private final Process process;
  private final Optional<SecretScan> scan;

  /** A process whose secrets are looked for whenever it has ended. */
  ChildProcess(
      List<String> command, Map<String, String> environment, Path output, Optional<SecretScan> scan)
      throws IOException {
    this.scan = scan;
    File log = output.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM. */
  void terminate() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  /** Waits for its end; gives the exit code. */
  int awaitEnd() throws InterruptedException {
    int code = process.waitFor();
    scan.ifPresent(SecretScan::checkOutput);
    return code;
  }

  /** kill -STOP and the like. */
  void signal(String signal) throws IOException, InterruptedException {
    ProgramRun.run("kill", "-" + signal, Long.toString(process.pid()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void close() throws InterruptedException {
    try {
      if (scan.isPresent() && process.isAlive()) {
        scan.get().checkPages();
      }
    } finally {
      kill();
    }
  }
}
