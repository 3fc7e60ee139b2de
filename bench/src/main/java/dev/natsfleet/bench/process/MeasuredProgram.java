package dev.natsfleet.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process whose cost is measured. After its end it keeps the last known cost. */
public final class MeasuredProgram implements AutoCloseable {

  private final String name;
  private final Process process;
  private volatile ProcessCost processCost = ProcessCost.NONE;

  /** Starts a program; its standard output and standard error go to {@code output}. */
  MeasuredProgram(String name, List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    this.name = name;
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    this.process = builder.start();
  }

  /** The name in the tables. */
  public String name() {
    return name;
  }

  /** The cost until now, or until it was last seen alive. */
  public ProcessCost cost() throws IOException {
    processCost = ProcStats.cost(process.pid()).orElse(processCost);
    return processCost;
  }

  /** The number of open file descriptors. */
  public long descriptors() throws IOException {
    return ProcStats.descriptors(process.pid());
  }

  /** Whether it is running. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it with SIGKILL and waits until it has ended. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM, then SIGKILL if it does not end in time. */
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
