package dev.natsfleet.agent.node;

import java.time.Duration;
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
   * @param mute that neither its monitor nor its client port answers
   * @param unheard that its monitor has not answered since the server was started or found
   * @param isolated that it has no route to anybody, while most of its peers are linked
   */
  record Up(@Nullable Seen last, Symptom mute, Symptom unheard, Symptom isolated)
      implements ServerState {

    private static final Duration OUT_OF_SERVICE = Duration.ofSeconds(15);
    private static final Duration WEDGED = Duration.ofSeconds(60);
    private static final Duration ALONE = Duration.ofSeconds(60);

    /** nats-server opens its monitor before it reads its data. */
    static final Duration FIRST_ANSWER = Duration.ofMinutes(5);

    /** It was just started, or found. */
    static Up started() {
      return new Up(null, Symptom.NONE, Symptom.NONE, Symptom.NONE);
    }

    /** Its monitor answered. */
    Up heard(Seen seen) {
      return new Up(seen, Symptom.NONE, Symptom.NONE, isolated);
    }

    /** Its links, and those that its peers report, were looked at. */
    Up linked(boolean alone, long now) {
      return new Up(last, mute, unheard, alone ? isolated.again(now) : Symptom.NONE);
    }

    /** Its monitor did not answer. */
    Up silent(long now) {
      return last == null ? new Up(null, mute, unheard.again(now), isolated) : this;
    }

    /** Neither its monitor nor its client port answered. */
    Up mute(long now) {
      return new Up(last, mute.again(now), unheard, isolated);
    }

    /** A client was greeted, though its monitor did not answer. */
    Up greeted() {
      return new Up(last, Symptom.NONE, unheard, isolated);
    }

    /** Whether it has answered nobody for so long that clients should go elsewhere. */
    boolean isMute() {
      return mute.hasLasted(OUT_OF_SERVICE);
    }

    /** Whether it has answered nobody for so long that it will not come back by itself. */
    boolean isWedged() {
      return mute.hasLasted(WEDGED);
    }

    /** Whether it was started so long ago that its monitor should have answered. */
    boolean isUnheard() {
      return last == null && unheard.hasLasted(FIRST_ANSWER);
    }

    /** What is wrong with it for so long that it has to be said, or an empty string. */
    private String symptom() {
      if (isMute()) {
        return "nats-server answers neither its monitor nor a client";
      } else if (isUnheard()) {
        return "nats-server runs, and its monitor has not answered for %d s since it was started"
            .formatted(FIRST_ANSWER.toSeconds());
      }
      return isIsolated() ? "no route to any peer, and most peers are linked" : "";
    }

    /** Whether it has been alone for so long that a new start may help. */
    boolean isIsolated() {
      return isolated.hasLasted(ALONE);
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

  /** What is wrong with a server that runs, or an empty string. */
  default String complaint() {
    return this instanceof Up up ? up.symptom() : "";
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
