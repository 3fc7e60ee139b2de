package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.registry.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class BatchedReadCacheTest {

  private final AtomicLong now = new AtomicLong(-1);
  private final List<Set<String>> reads = new ArrayList<>();
  private final Map<String, String> world = new HashMap<>(Map.of("a", "1", "b", "2"));
  private final BatchedReadCache<String> cache =
      new BatchedReadCache<>(
          "ec2:DescribeThings",
          new ReadLimits(2, 1, Duration.ofSeconds(4), Duration.ofSeconds(2)),
          this::read,
          now::get);

  @Test
  void shouldReadAlongWhatGrowsOld() {
    // Given
    cache.get("a");
    cache.get("b");
    assertThat(reads).containsExactly(Set.of("a"), Set.of("b"));

    // When
    pass(4);

    // Then
    assertThat(List.of(cache.get("a").orElseThrow(), cache.get("b").orElseThrow()))
        .containsExactly("1", "2");
    assertThat(reads.getLast()).containsExactly("a", "b");
    assertThat(reads).hasSize(3);
  }

  @Test
  void shouldAnswerFromMemoryForAMoment() {
    // Given
    cache.get("a");
    cache.get("absent");
    world.putAll(Map.of("a", "changed", "absent", "made"));

    // When / Then
    pass(1);
    assertThat(cache.get("a")).contains("1");
    assertThat(cache.get("absent")).isEmpty();
    pass(1);
    assertThat(cache.get("absent")).contains("made");
    pass(2);
    assertThat(cache.get("a")).contains("changed");
  }

  @Test
  void shouldReadOnlyWhatWasWritten() {
    // Given
    cache.get("a");
    cache.get("b");
    world.clear();

    // When
    cache.invalidate("a");

    // Then
    assertThat(cache.get("a")).isEmpty();
    assertThat(cache.get("b")).contains("2");
  }

  @Test
  void shouldNotKeepWhatWasReadDuringAWrite() {
    // Given
    world.put("a", "before");
    whileReading = () -> cache.invalidate("a");

    // When
    cache.get("a");

    // Then
    assertThat(reads).containsExactly(Set.of("a"), Set.of("a"));
  }

  @Test
  void shouldTellEachWhoAskedOfItsOwnFailure() {
    // Given
    cache.get("a");
    pass(4);
    world.put("a", "fail");

    // When / Then
    assertThatThrownBy(() -> cache.get("a"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("ec2:DescribeThings on a: away");
    world.put("a", "back");
    pass(1);
    assertThat(cache.get("a")).contains("back");
  }

  @Test
  void shouldForgetNamesNobodyAsksFor() {
    // Given
    cache.get("b");
    pass(21);

    // When
    cache.get("a");

    // Then
    assertThat(reads.getLast()).containsExactly("a");
  }

  private Runnable whileReading = () -> {};

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private Map<String, String> read(Set<String> names) {
    reads.add(new TreeSet<>(names));
    Runnable once = whileReading;
    whileReading = () -> {};
    once.run();
    if (world.containsValue("fail")) {
      throw SdkClientException.create("away");
    }
    Map<String, String> found = new HashMap<>(world);
    found.keySet().retainAll(names);
    return found;
  }
}
