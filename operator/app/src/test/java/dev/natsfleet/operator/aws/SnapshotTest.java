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

class SnapshotTest {

  private final AtomicLong now = new AtomicLong();
  private final List<Set<String>> reads = new ArrayList<>();
  private final Map<String, String> world = new HashMap<>(Map.of("a", "1", "b", "2"));
  private final Snapshot<String> snapshot =
      new Snapshot<>(this::read, Duration.ofSeconds(2), now::get);

  @Test
  void shouldReadEverythingThatIsAskedForAtOnce() {
    // Given
    snapshot.get("a");
    snapshot.get("b");
    now.addAndGet(Duration.ofSeconds(3).toNanos());

    // When
    String a = snapshot.get("a").orElseThrow();
    String b = snapshot.get("b").orElseThrow();

    // Then
    assertThat(List.of(a, b)).containsExactly("1", "2");
    assertThat(reads).containsExactly(Set.of("a"), Set.of("a", "b"), Set.of("a", "b"));
  }

  @Test
  void shouldAnswerFromMemoryForAMoment() {
    // Given
    snapshot.get("a");
    world.put("a", "changed");

    // When
    now.addAndGet(Duration.ofSeconds(1).toNanos());

    // Then
    assertThat(snapshot.get("a")).contains("1");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(snapshot.get("a")).contains("changed");
  }

  @Test
  void shouldReadAgainAfterAWrite() {
    // Given
    snapshot.get("a");
    world.remove("a");

    // When
    snapshot.invalidate();

    // Then
    assertThat(snapshot.get("a")).isEmpty();
  }

  @Test
  void shouldNotAnswerFromBeforeAFailedRead() {
    // Given
    snapshot.get("a");
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    world.put("a", "fail");
    assertThatThrownBy(() -> snapshot.get("a")).hasMessage("away");

    // When
    world.put("a", "back");

    // Then
    assertThat(snapshot.get("a")).contains("back");
  }

  @Test
  void shouldForgetNamesNobodyAsksFor() {
    // Given
    snapshot.get("b");
    now.addAndGet(Duration.ofSeconds(201).toNanos());

    // When
    snapshot.get("a");

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
