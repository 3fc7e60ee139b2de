package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchedReadCacheTest {

  private final AtomicLong now = new AtomicLong();
  private final List<Set<String>> reads = new ArrayList<>();
  private final Map<String, String> world = new HashMap<>(Map.of("a", "1", "b", "2"));
  private final BatchedReadCache<String> cache =
      new BatchedReadCache<>(this::read, Duration.ofSeconds(2), now::get);

  @Test
  void shouldReadEverythingThatIsAskedForAtOnce() {
    // Given
    cache.get("a");
    cache.get("b");
    now.addAndGet(Duration.ofSeconds(3).toNanos());

    // When
    String a = cache.get("a").orElseThrow();
    String b = cache.get("b").orElseThrow();

    // Then
    assertThat(List.of(a, b)).containsExactly("1", "2");
    assertThat(reads).containsExactly(Set.of("a"), Set.of("a", "b"), Set.of("a", "b"));
  }

  @Test
  void shouldAnswerFromMemoryForAMoment() {
    // Given
    cache.get("a");
    world.put("a", "changed");

    // When
    now.addAndGet(Duration.ofSeconds(1).toNanos());

    // Then
    assertThat(cache.get("a")).contains("1");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(cache.get("a")).contains("changed");
  }

  @Test
  void shouldReadAgainAfterAWrite() {
    // Given
    cache.get("a");
    world.remove("a");

    // When
    cache.invalidate();

    // Then
    assertThat(cache.get("a")).isEmpty();
  }

  @Test
  void shouldNotAnswerFromBeforeAFailedRead() {
    // Given
    cache.get("a");
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    world.put("a", "fail");
    assertThatThrownBy(() -> cache.get("a")).hasMessage("away");

    // When
    world.put("a", "back");

    // Then
    assertThat(cache.get("a")).contains("back");
  }

  @Test
  void shouldForgetNamesNobodyAsksFor() {
    // Given
    cache.get("b");
    now.addAndGet(Duration.ofSeconds(201).toNanos());

    // When
    cache.get("a");

    // Then
    assertThat(reads.getLast()).containsExactly("a");
  }

  private Map<String, String> read(Set<String> names) {
    reads.add(new TreeSet<>(names));
    if (world.containsValue("fail")) {
      throw new IllegalStateException("away");
    }
    Map<String, String> found = new HashMap<>(world);
    found.keySet().retainAll(names);
    return found;
  }
}
