package dev.natsfleet.failures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs failures that repeat: one line when a failure starts, one for each further reason, one when
 * it ends, and nothing in between. Each subject (a call, a partition, a connection) fails and
 * recovers by itself. Safe for use by several threads.
 */
public final class FailureLog {

  private final Logger log;
  private final Level level;
  private final String key;
  private final Messages messages;
  private final Map<String, Object> context;
  private final FailureEpisodes<String> episodes = new FailureEpisodes<>();

  /**
   * The constant texts of the lines.
   *
   * @param failed when a failure starts or has another reason
   * @param recovered when it ends
   */
  public record Messages(String failed, String recovered) {}

  /** Failures that somebody has to look at: they are warnings. */
  public FailureLog(Logger log, String key, Messages messages) {
    this(log, Level.WARN, key, messages);
  }

  /**
   * Failures of a level.
   *
   * @param log that gets the lines
   * @param level of a line about a failure; its end is INFO
   * @param key under which a line names the subject
   * @param messages the texts of the lines
   */
  public FailureLog(Logger log, Level level, String key, Messages messages) {
    this(log, level, key, messages, Map.of());
  }

  /**
   * Failures of a level in a context.
   *
   * @param context keys and values that every line begins with
   */
  public FailureLog(
      Logger log, Level level, String key, Messages messages, Map<String, Object> context) {
    this.log = log;
    this.level = level;
    this.key = key;
    this.messages = messages;
    this.context = new LinkedHashMap<>(context);
  }

  /** An attempt has failed. */
  public void failed(Object subject, String why) {
    failed(subject, why, null);
  }

  /**
   * An attempt has failed.
   *
   * @param cause whose stack trace the line shows; null where the reason says enough
   */
  public void failed(Object subject, String why, @Nullable Throwable cause) {
    if (episodes.noteFailure(String.valueOf(subject), why)) {
      line(level, subject).addKeyValue("why", why).setCause(cause).log(messages.failed());
    }
  }

  /** An attempt has succeeded. */
  public void succeeded(Object subject) {
    episodes
        .noteSuccess(String.valueOf(subject))
        .ifPresent(
            attempts ->
                line(Level.INFO, subject)
                    .addKeyValue("failures", attempts)
                    .log(messages.recovered()));
  }

  /** Forgets, without a line, every subject that is not one of these. */
  public void retain(Collection<?> subjects) {
    episodes.retain(subjects.stream().map(String::valueOf).toList());
  }

  /** What is failing now, in order, and why the newest attempt of each has failed. */
  public Map<String, String> reasons() {
    return new TreeMap<>(episodes.reasons());
  }

  /** Whether the newest attempt has failed. */
  public boolean isFailing(Object subject) {
    return episodes.isFailing(String.valueOf(subject));
  }

  private LoggingEventBuilder line(Level at, Object subject) {
    LoggingEventBuilder line = log.atLevel(at);
    for (Map.Entry<String, Object> one : context.entrySet()) {
      line = line.addKeyValue(one.getKey(), one.getValue());
    }
    return line.addKeyValue(key, subject);
  }
}
