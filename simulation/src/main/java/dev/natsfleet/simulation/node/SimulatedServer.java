package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.node.ServerState;
import dev.natsfleet.simulation.clock.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The nats-server of a machine. It is told what it does wrong by the word in {@code
 * spec.server.config.server_metadata}: {@code refused} by {@code nats-server -t}, {@code crashing}
 * at its start, {@code silent} monitor, {@code fading} a while after its start.
 */
public final class SimulatedServer {

  /** The version that the image holds. */
  public static final String VERSION = "2.15.2";

  private static final Duration START_TIME = Duration.ofSeconds(1);
  private static final Duration LATE = Duration.ofSeconds(20);
  private static final Duration LAME_DUCK = Duration.ofSeconds(20);
  private static final Pattern ROUTE = Pattern.compile("nats://([0-9.]+):\\d+");

  private enum ServerPhase {
    ENDED,
    RUNNING,
    LAME_DUCK
  }

  private final VirtualClock clock;
  private final Supplier<Set<String>> links;
  private ServerPhase process = ServerPhase.ENDED;
  private boolean frozen;
  private boolean nonsense;
  private String config = "";
  private Set<String> routes = Set.of();
  private long startedAt;
  private int starts;
  private Consumer<String> watcher = code -> {};

  /**
   * A server that does not run.
   *
   * @param links names of the servers that it is linked to
   */
  SimulatedServer(VirtualClock clock, Supplier<Set<String>> links) {
    this.clock = clock;
    this.links = links;
  }

  /** Whether the process exists, frozen or not. */
  public boolean isRunning() {
    return process != ServerPhase.ENDED;
  }

  /** Whether clients are served: the process runs and is neither stopped nor in lame duck mode. */
  public boolean isServing() {
    return process == ServerPhase.RUNNING && !frozen && !says("silent");
  }

  /** Whether the process takes part in the mesh. */
  boolean isResponsive() {
    return isRunning() && !frozen;
  }

  /** Addresses of its explicit routes. */
  Set<String> routes() {
    return routes;
  }

  /** The configuration that it runs with, or an empty string if it does not run. */
  String config() {
    return isRunning() ? config : "";
  }

  /** Tells one watcher of the end of the process. */
  void watch(Consumer<String> next) {
    watcher = next;
  }

  /** SIGSTOP and SIGCONT. */
  public void freeze(boolean stopped) {
    frozen = stopped;
  }

  /** Whether its process is stopped. */
  public boolean isFrozen() {
    return isRunning() && frozen;
  }

  /** Whether its monitor answers nonsense. */
  public void talkNonsense(boolean talks) {
    nonsense = talks;
  }

  /** Why {@code nats-server -t} refuses a configuration, or nothing. */
  Optional<String> check(String next) {
    return next.contains("\"refused\"")
        ? Optional.of("nats-server: unknown field in server_metadata")
        : Optional.empty();
  }

  void start(String next) {
    take(next);
    process = ServerPhase.RUNNING;
    startedAt = clock.nanos();
    int start = ++starts;
    if (says("crashing")) {
      clock.after(START_TIME, () -> endIf(start, "code 1"));
    } else if (says("fading")) {
      clock.after(LATE, () -> endIf(start, "code 2"));
    }
  }

  void reload(String next) {
    take(next);
  }

  private void take(String next) {
    config = next;
    routes =
        ROUTE
            .matcher(next)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a client that connects is greeted. */
  boolean isGreetingClients() {
    return isResponsive() && !says("silent");
  }

  /** What the monitor answers. */
  ServerState.Seen monitor() {
    if (!isResponsive() || says("silent") || clock.nanos() - startedAt < START_TIME.toNanos()) {
      throw new ServerFailure("the monitor does not answer");
    } else if (nonsense) {
      return new ServerState.Seen(0, Set.of(), 0, VERSION, "");
    }
    Set<String> linked = links.get();
    return new ServerState.Seen(linked.size(), linked, starts, VERSION, digest());
  }

  private String digest() {
    return Integer.toHexString(config.hashCode());
  }

  /** Asks it to move its clients away and end. */
  void lameDuck() {
    if (process == ServerPhase.RUNNING) {
      process = ServerPhase.LAME_DUCK;
      int start = starts;
      clock.after(LAME_DUCK, () -> endWhenAwake(start));
    }
  }

  private void endWhenAwake(int start) {
    if (frozen) {
      clock.after(START_TIME, () -> endWhenAwake(start));
    } else {
      endIf(start, "code 0");
    }
  }

  private void endIf(int start, String code) {
    if (start == starts) {
      kill(code);
    }
  }

  /** Ends the process at once. */
  public void kill(String code) {
    if (isRunning()) {
      process = ServerPhase.ENDED;
      frozen = false;
      routes = Set.of();
      watcher.accept(code);
    }
  }

  private boolean says(String word) {
    return config.contains("\"" + word + "\"");
  }
}
