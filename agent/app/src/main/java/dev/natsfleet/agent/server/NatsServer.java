package dev.natsfleet.agent.server;

import dev.natsfleet.agent.server.ServerBinary.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The nats-server of this node. A configuration is checked before it replaces the file; a reload is
 * proven by the digest that the server shows, and taken back if the proof does not come.
 */
public final class NatsServer {

  private static final Duration PROOF = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final ServerFiles files;
  private final ServerBinary binary;
  private final NatsMonitor monitor;
  private final Supervisor supervisor;

  public NatsServer(ServerFiles files, ServerBinary binary, NatsMonitor monitor) {
    this.files = files;
    this.binary = binary;
    this.monitor = monitor;
    this.supervisor = new Supervisor(files, binary);
  }

  /** Takes over the server of an earlier agent; its configuration, or nothing if none runs. */
  public Optional<String> adopt() {
    return supervisor.adopt().map(process -> ServerFiles.read(files.config()));
  }

  /** Why a configuration is not good, or nothing if it is. */
  public Optional<String> check(String config) {
    return switch (verdict(config)) {
      case Verdict.Valid valid -> Optional.empty();
      case Verdict.Invalid invalid -> Optional.of(invalid.why());
    };
  }

  /** Starts the server, unless the configuration is not good: then says why. */
  public Optional<String> start(String config) {
    Optional<String> refused = check(config);
    if (refused.isEmpty()) {
      ServerFiles.write(files.config(), config);
      supervisor.start();
    }
    return refused;
  }

  /** Reloads the server, or says why it goes on with what it had. */
  public Optional<String> reload(String config) {
    return switch (verdict(config)) {
      case Verdict.Valid valid -> reload(config, valid.digest());
      case Verdict.Invalid invalid -> Optional.of(invalid.why());
    };
  }

  /** Calls back once, when the running server has ended, with what is known of its end. */
  public void watch(Consumer<String> ended) {
    supervisor.watch(
        how -> {
          String complaint = LogTail.complaint(files.log());
          ended.accept(
              "nats-server ended with " + how + (complaint.isEmpty() ? "" : ": " + complaint));
        });
  }

  /** Asks the server to move its clients away and end. */
  public void lameDuck() {
    binary.signal("ldm", supervisor.running().pid());
  }

  /** Ends the server at once. */
  public void stop() {
    ProcessHandle.of(supervisor.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** The monitor of the server. */
  public NatsMonitor monitor() {
    return monitor;
  }

  private Verdict verdict(String config) {
    ServerFiles.write(files.nextConfig(), config);
    return binary.check(files.nextConfig());
  }

  private Optional<String> reload(String config, String digest) {
    String before = ServerFiles.read(files.config());
    ServerFiles.write(files.config(), config);
    binary.signal("reload", supervisor.running().pid());
    if (proven(digest)) {
      return Optional.empty();
    }
    ServerFiles.write(files.config(), before);
    return Optional.of("the reload was not taken: " + LogTail.complaint(files.log()));
  }

  private boolean proven(String digest) {
    long end = System.nanoTime() + PROOF.toNanos();
    do {
      if (monitor.digest().equals(digest)) {
        return true;
      }
    } while (paused() && System.nanoTime() < end);
    return false;
  }

  private static boolean paused() {
    try {
      Thread.sleep(LOOK);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
