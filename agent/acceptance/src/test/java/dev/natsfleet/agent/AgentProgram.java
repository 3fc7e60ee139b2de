package dev.natsfleet.agent;

import dev.natsfleet.agent.http.BlockingHttp;
import dev.natsfleet.local.servers.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The agent as a program, with the environment of one instance. */
final class AgentProgram implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Map<String, String> environment;
  private final String ip;
  private final Path log;
  private final List<Process> started = new ArrayList<>();

  AgentProgram(Map<String, String> environment, String ip, Path log) {
    this.environment = environment;
    this.ip = ip;
    this.log = log;
  }

  Process run(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("NATSFLEET_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject awaitState(String state) {
    Await.until(SOON, () -> state.equals(status().getString("state")), () -> status() + " " + log);
    return status();
  }

  String page(String path) {
    try {
      return BlockingHttp.get(URI.create("http://" + ip + ":8322" + path), Map.of()).body();
    } catch (IOException e) {
      return "{}";
    }
  }

  /** Kills what still runs. */
  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }

  private JsonObject status() {
    return new JsonObject(page("/status"));
  }
}
