package dev.natsfleet.agent.server;

import dev.natsfleet.agent.server.ServerBinary.CheckResult;
import dev.natsfleet.agent.state.PrivateFiles;
import dev.natsfleet.agent.time.NodeClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The nats-server of this node. A configuration is checked before it replaces the file; a reload is
 * proven by the digest that the server shows, and the old file returns if it is not.
 */
public final class NatsServer {

  private static final Pattern HANDSHAKE_FIRST =
      Pattern.compile(
          "(?:^|[{,;\\s])\"?(?:handshake_first|first|immediate)\"?\\s*[:=]",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Duration RELOAD_LIMIT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);

  private final ServerFiles files;
  private final ServerBinary binary;
  private final NatsMonitor monitor;
  private final ClientPort clients;
  private final NodeClock clock;
  private final Supervisor supervisor;

  public NatsServer(
      ServerFiles files,
      ServerBinary binary,
      NatsMonitor monitor,
      ClientPort clients,
      NodeClock clock) {
    this.files = files;
    this.binary = binary;
    this.monitor = monitor;
    this.clients = clients;
    this.clock = clock;
    this.supervisor = new Supervisor(files, binary);
  }

  /** Adopts the server of an earlier agent: its configuration, or nothing if none runs. */
  public Optional<String> adopt() {
    return supervisor.adopt().map(process -> ServerFiles.read(files.config()));
  }

  /** Why a configuration is not valid, or nothing if it is. */
  public Optional<String> check(String config) {
    return switch (checkNext(config)) {
      case CheckResult.Valid valid -> Optional.empty();
      case CheckResult.Invalid invalid -> Optional.of(invalid.why());
    };
  }

  /** Starts the server; if the configuration is not valid, the reason. */
  public Optional<String> start(String config) {
    Optional<String> refused = check(config);
    if (refused.isEmpty()) {
      PrivateFiles.replace(files.config(), config);
      supervisor.start();
    }
    return refused;
  }

  /** Reloads the server; if it goes on with its old configuration, the reason. */
  public Optional<String> reload(String config) {
    return switch (checkNext(config)) {
      case CheckResult.Valid valid -> reload(config, valid.digest());
      case CheckResult.Invalid invalid -> Optional.of(invalid.why());
    };
  }

  /** Completes on the loop when the running server has ended, with its exit code in words. */
  public Future<String> exit(Context loop) {
    return supervisor.exit(loop);
  }

  /**
   * What is known of the server's end; reads its log.
   *
   * @param code in words, as {@link #exit} gives it
   */
  public String describeExit(String code) {
    String error = LogTail.lastError(files.log());
    return "nats-server ended with " + code + (error.isEmpty() ? "" : ": " + error);
  }

  /** Asks the server to move its clients away and end. */
  public void lameDuck() {
    binary.signal("ldm", supervisor.running().pid());
  }

  /** Ends the server at once. */
  public void stop() {
    ProcessHandle.of(supervisor.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * Whether a client that connects is greeted; takes up to four seconds. With {@code
   * handshake_first} nats-server waits for the client's TLS handshake, so that an open port has to
   * do. It knows the key by three names, in any case ({@code opts.go}, {@code parseTLS}).
   */
  public boolean isGreetingClients() {
    boolean waits = HANDSHAKE_FIRST.matcher(ServerFiles.read(files.config())).find();
    return waits ? clients.isOpen() : clients.isGreeting();
  }

  /** The monitor of the server. */
  public NatsMonitor monitor() {
    return monitor;
  }

  private CheckResult checkNext(String config) {
    PrivateFiles.replace(files.nextConfig(), config);
    return binary.check(files.nextConfig());
  }

  private Optional<String> reload(String config, String digest) {
    String before = ServerFiles.read(files.config());
    boolean used = false;
    try {
      PrivateFiles.replace(files.config(), config);
      binary.signal("reload", supervisor.running().pid());
      used = isInUse(digest);
    } finally {
      if (!used) { // an agent that starts now takes the file for what the server runs with
        PrivateFiles.replace(files.config(), before);
      }
    }
    if (used) {
      return Optional.empty();
    }
    return Optional.of("nats-server did not take the reload: " + LogTail.lastError(files.log()));
  }

  /** Whether the server shows this digest before the time limit. */
  private boolean isInUse(String digest) {
    long end = clock.nanos() + RELOAD_LIMIT.toNanos();
    boolean shown = monitor.digest().equals(digest);
    while (!shown && clock.nanos() < end) {
      LockSupport.parkNanos(POLL.toNanos());
      shown = monitor.digest().equals(digest);
    }
    return shown;
  }
}
