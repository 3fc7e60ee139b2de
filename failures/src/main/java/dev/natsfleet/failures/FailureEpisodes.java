package dev.natsfleet.failures;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is failing now, and what was told of it. An episode lasts from a subject's first failure to
 * its next success; in it each reason is news once. Safe for use by several threads.
 *
 * @param <S> what fails and recovers by itself
 */
public final class FailureEpisodes<S> {

  /** Reasons that are told in one episode: a message may differ in a way that nobody foresaw. */
  static final int MAX_REASONS = 8;

  private final Map<S, Episode> failing = new ConcurrentHashMap<>();

  private record Episode(Set<FailureReason> told, long attempts, String last) {

    static final Episode NONE = new Episode(Set.of(), 0, "");

    boolean isNews(FailureReason reason) {
      return told.size() < MAX_REASONS && !told.contains(reason);
    }

    Episode next(FailureReason reason, String why) {
      if (!isNews(reason)) {
        return new Episode(told, attempts + 1, why);
      }
      Set<FailureReason> all = new HashSet<>(told);
      all.add(reason);
      return new Episode(Set.copyOf(all), attempts + 1, why);
    }
  }

  /** Notes that an attempt has failed; gives whether this is news. */
  public boolean noteFailure(S subject, String why) {
    FailureReason reason = FailureReason.of(why);
    boolean[] news = new boolean[1];
    failing.compute(
        subject,
        (key, known) -> {
          Episode before = known == null ? Episode.NONE : known;
          news[0] = before.isNews(reason);
          return before.next(reason, why);
        });
    return news[0];
  }

  /** Notes that an attempt has succeeded; gives how many had failed, if any had. */
  public OptionalLong noteSuccess(S subject) {
    Episode ended = failing.remove(subject);
    return ended == null ? OptionalLong.empty() : OptionalLong.of(ended.attempts());
  }

  /** Forgets every subject that is not one of these: nobody tries it any more. */
  public void retain(Collection<? extends S> subjects) {
    failing.keySet().retainAll(subjects);
  }

  /** What is failing now, and why the newest attempt of each has failed. */
  public Map<S, String> reasons() {
    Map<S, String> reasons = new HashMap<>();
    failing.forEach((subject, episode) -> reasons.put(subject, episode.last()));
    return reasons;
  }

  /** Whether the newest attempt has failed. */
  public boolean isFailing(S subject) {
    return failing.containsKey(subject);
  }
}
