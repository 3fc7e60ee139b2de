package dev.natsfleet.logs.program.connect;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.SubjectTransform;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a stream that somebody else created or changed. Age, size and replicas are left to them;
 * what would lose lines is refused, by both ends.
 */
public final class StreamValidator {

  private static final String BY_NUMBER = "a limit by number deletes unread lines; set it to -1";
  private static final int LARGEST = 1 << 18;

  /** What deletes messages, or stores them elsewhere, without a word. */
  private static final List<StreamRule> DELETIONS =
      List.of(
          new StreamRule(
              "retention",
              found -> found.getRetentionPolicy(),
              found -> found.getRetentionPolicy() == RetentionPolicy.Limits,
              "messages must stay for other copies and for shippers; set it to limits"),
          new StreamRule(
              "max_msgs", found -> found.getMaxMsgs(), found -> found.getMaxMsgs() <= 0, BY_NUMBER),
          new StreamRule(
              "max_msgs_per_subject",
              found -> found.getMaxMsgsPerSubject(),
              found -> found.getMaxMsgsPerSubject() <= 0,
              BY_NUMBER),
          new StreamRule(
              "discard",
              found -> found.getDiscardPolicy(),
              found -> found.getMaxBytes() <= 0 || found.getDiscardPolicy() == DiscardPolicy.New,
              "a full stream would delete unread lines; set it to new, so that shippers wait"),
          new StreamRule(
              "subject_transform",
              found -> transform(found),
              found -> transform(found).isEmpty(),
              "lines would be stored under a subject that nobody reads; remove it"));

  /** What refuses messages, or serves something else. */
  private static final List<StreamRule> REFUSALS =
      List.of(
          new StreamRule(
              "max_msg_size",
              found -> found.getMaximumMessageSize(),
              found ->
                  found.getMaximumMessageSize() <= 0 || found.getMaximumMessageSize() >= LARGEST,
              "a long line would stop its shipper for ever; set it to -1"),
          new StreamRule(
              "mirror or sources",
              found -> origins(found),
              found -> origins(found).isEmpty(),
              "only shippers may store messages in it; use a stream of its own"),
          new StreamRule(
              "no_ack",
              found -> found.getNoAck(),
              found -> !found.getNoAck(),
              "shippers wait for acknowledgements; set it to false"),
          new StreamRule(
              "sealed",
              found -> found.getSealed(),
              found -> !found.getSealed(),
              "nothing can be stored in it; delete it"));

  private StreamValidator() {}

  /** The first setting that is refused, with its value and the way out; empty when none is. */
  public static Optional<String> refusal(StreamConfiguration found, String filter) {
    if (!found.getSubjects().contains(filter)) {
      return Optional.of(
          "stream %s: subjects=%s: lines for %s would not be stored; add it"
              .formatted(found.getName(), found.getSubjects(), filter));
    }
    return Stream.concat(DELETIONS.stream(), REFUSALS.stream())
        .filter(rule -> !rule.holds.test(found))
        .map(rule -> rule.refusal(found))
        .findFirst();
  }

  /**
   * The first setting by which the stream loses messages that nobody has read, with its value and
   * the way out; what it refuses instead is told when it does.
   */
  public static Optional<String> deletion(StreamConfiguration found) {
    return DELETIONS.stream()
        .filter(rule -> !rule.holds.test(found))
        .map(rule -> rule.refusal(found))
        .findFirst();
  }

  private static String transform(StreamConfiguration found) {
    SubjectTransform transform = found.getSubjectTransform();
    return transform == null ? "" : transform.getSource() + " to " + transform.getDestination();
  }

  private static List<String> origins(StreamConfiguration found) {
    return Stream.concat(
            Optional.ofNullable(found.getMirror()).stream().map(mirror -> mirror.getName()),
            sources(found.getSources()).stream().map(source -> source.getName()))
        .toList();
  }

  private static <T> List<T> sources(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private record StreamRule(
      String setting,
      Function<StreamConfiguration, Object> value,
      Predicate<StreamConfiguration> holds,
      String wayOut) {

    String refusal(StreamConfiguration found) {
      return "stream %s: %s=%s: %s".formatted(found.getName(), setting, value.apply(found), wayOut);
    }
  }
}
