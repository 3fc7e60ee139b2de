package dev.natsfleet.local.fleet;

import dev.natsfleet.local.servers.ServerCommand;
import dev.natsfleet.local.servers.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operator as a process that can be killed and restarted. */
public final class OperatorProcess implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final ServerCommand command;
  private final URI metrics;
  private ServerProcess process;

  private OperatorProcess(ServerCommand command, URI metrics) {
    this.command = command;
    this.metrics = metrics;
    this.process = ServerProcess.start(command);
  }

  /**
   * Starts the operator and returns at once. The status of its objects shows whether it works.
   *
   * @param range its services' address serves the operator's health and metrics
   * @param environment variables with the endpoints of Kubernetes and AWS
   */
  static OperatorProcess start(VpcRange range, Map<String, String> environment, Path directory) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("NATSFLEET_HTTP_ADDRESS", range.services());
    List<String> argv = new ArrayList<>(List.of("env", "-u", "NATSFLEET_CACHE"));
    argv.addAll(ProjectPrograms.operator().command());
    return new OperatorProcess(
        new ServerCommand("operator", argv, all, directory),
        URI.create("http://" + range.services() + ":8080/metrics"));
  }

  /** {@code kill -9}. */
  public void kill() {
    process.close();
  }

  /** Starts it again, as a Deployment would. */
  public void restart() {
    process.close();
    process = ServerProcess.start(command);
  }

  /** Its process id. */
  public long pid() {
    return process.process().pid();
  }

  /** Where it shows its metrics. */
  public URI metrics() {
    return metrics;
  }

  /** Its log file. */
  public Path log() {
    return process.log();
  }

  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }
}
