package dev.natsfleet.local.imds;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Session tokens of one metadata service. */
final class SessionTokens {

  private static final int LONGEST = 21_600;

  private final Map<String, Long> until = new ConcurrentHashMap<>();

  /** Issues a token for this many seconds; empty if the number is missing or out of range. */
  Optional<String> issue(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("\\d{1,5}")) {
      return Optional.empty();
    }
    int ttl = Integer.parseInt(seconds);
    if (ttl < 1 || ttl > LONGEST) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    until.values().removeIf(end -> end - now < 0);
    String token = UUID.randomUUID().toString();
    until.put(token, now + Duration.ofSeconds(ttl).toNanos());
    return Optional.of(token);
  }

  boolean isValid(@Nullable String token) {
    Long end = token == null ? null : until.get(token);
    return end != null && end - System.nanoTime() > 0;
  }
}
