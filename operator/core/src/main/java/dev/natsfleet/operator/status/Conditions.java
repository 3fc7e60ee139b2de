package dev.natsfleet.operator.status;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.plan.Note;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Merges conditions: the time of the last transition moves only with the status. */
final class Conditions {

  private Conditions() {}

  /** The status of a condition. */
  enum Standing {
    TRUE,
    FALSE,
    UNKNOWN;

    String text() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Standing of(boolean truth) {
      return truth ? TRUE : FALSE;
    }
  }

  /** A condition as it is judged now, without the time of its transition. */
  record Judgement(String type, Standing standing, Note why) {}

  /** The conditions as they are judged now, with the times of those before where they hold on. */
  static List<Condition> merge(
      List<Condition> before, List<Judgement> now, long generation, Instant time) {
    return now.stream()
        .map(judgement -> merge(find(before, judgement.type()), judgement, generation, time))
        .toList();
  }

  private static Condition merge(
      @Nullable Condition before, Judgement now, long generation, Instant time) {
    String since =
        before != null && before.status().equals(now.standing().text())
            ? before.lastTransitionTime()
            : time.toString();
    return new Condition(
        now.type(),
        now.standing().text(),
        generation,
        since,
        now.why().reason().text(),
        now.why().message());
  }

  private static @Nullable Condition find(List<Condition> conditions, String type) {
    return conditions.stream().filter(c -> c.type().equals(type)).findFirst().orElse(null);
  }
}
