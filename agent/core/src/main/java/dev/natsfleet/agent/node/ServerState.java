package dev.natsfleet.agent.node;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the nats-server process. */
public sealed interface ServerState {

  /** It does not run. */
  record Down() implements ServerState {}

  /**
   * It runs.
   *
   * @param last what its monitor said last, or null before its first answer
   * @param muteness for how long it has answered nobody
   */
  record Up(@Nullable Seen last, Muteness muteness) implements ServerState {

    /** It was just started, or found. */
    static Up unheard() {
      return new Up(null, Muteness.NONE);
    }

    /** Its monitor answered. */
    static Up heard(Seen seen) {
      return new Up(seen, Muteness.NONE);
    }

    /** Neither its monitor nor its client port answered. */
    Up mute(long now) {
      return new Up(last, muteness.again(now));
    }

    /** A client was greeted, though its monitor did not answer. */
    Up greeted() {
      return new Up(last, Muteness.NONE);
    }
  }

  /**
   * It was asked to end.
   *
   * @param since nanoseconds of the node's monotonic clock
   * @param last what its monitor said last, or null
   */
  record Ending(long since, @Nullable Seen last) implements ServerState {}

  /**
   * What the monitor answered.
   *
   * @param remotes peers linked, as nats-server counts them
   * @param linked their names
   * @param clients client connections
   * @param version of nats-server
   * @param digest of the configuration it runs with
   */
  record Seen(int remotes, Set<String> linked, int clients, String version, String digest) {

    /** Before the first answer. */
    public static final Seen NOTHING = new Seen(-1, Set.of(), -1, "", "");
  }

  /** What the monitor answered last. */
  default Seen seen() {
    Seen seen =
        switch (this) {
          case Down down -> null;
          case Up up -> up.last;
          case Ending ending -> ending.last;
        };
    return seen == null ? Seen.NOTHING : seen;
  }
}
