package dev.natsfleet.logs.stream;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a stream that somebody else made must be like. Age, size and replicas are their affair. */
final class StreamCheck {

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "retention",
              found -> found.getRetentionPolicy() == RetentionPolicy.Limits,
              "acknowledged messages must stay for other copies and for shippers; set it to limits"),
          new Rule(
              "max_msgs",
              found -> found.getMaxMsgs() <= 0,
              "a limit by number deletes unread lines; set it to -1"),
          new Rule(
              "max_msgs_per_subject",
              found -> found.getMaxMsgsPerSubject() <= 0,
              "a limit by number deletes unread lines; set it to -1"),
          new Rule(
              "discard",
              found -> found.getMaxBytes() <= 0 || found.getDiscardPolicy() == DiscardPolicy.New,
              "a full stream would delete unread lines; set it to new, so that shippers wait"),
          new Rule(
              "mirror",
              found -> found.getMirror() == null && isEmpty(found.getSources()),
              "shippers cannot publish to a mirror; use a stream of its own"),
          new Rule(
              "sealed", found -> !found.getSealed(), "nothing can be stored in it; delete it"));

  private StreamCheck() {}

  /** The first thing that is wrong with a stream. */
  static Optional<String> refusal(StreamConfiguration found, String filter) {
    if (!found.getSubjects().contains(filter)) {
      return Optional.of(
          "stream %s has subjects %s without %s: add it"
              .formatted(found.getName(), found.getSubjects(), filter));
    }
    return RULES.stream()
        .filter(rule -> !rule.holds.test(found))
        .map(rule -> "stream %s: %s: %s".formatted(found.getName(), rule.field, rule.wayOut))
        .findFirst();
  }

  private static boolean isEmpty(@Nullable List<?> list) {
    return list == null || list.isEmpty();
  }

  private record Rule(String field, Predicate<StreamConfiguration> holds, String wayOut) {}
}
