package dev.natsfleet.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured. Its last known cost stays when it has ended. */
public final class Program implements AutoCloseable {

  private final String name;
  private final Process process;
  private volatile Cost cost = Cost.NONE;

  /** Starts a program, whose words go to {@code output}. */
  Program(String name, List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    this.name = name;
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    this.process = builder.start();
  }

  /** What it is in the tables. */
  public String name() {
    return name;
  }

  /** Its cost now, or when it was last alive. */
  public Cost cost() throws IOException {
    cost = Proc.cost(process.pid()).orElse(cost);
    return cost;
  }

  /** Descriptors that it has open. */
  public long descriptors() throws IOException {
    return Proc.descriptors(process.pid());
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9; waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and SIGKILL when that does not help. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
