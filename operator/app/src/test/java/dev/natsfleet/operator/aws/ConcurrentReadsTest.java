package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Many who ask while a call is under way, which ends when the test says so. */
@Timeout(60)
class ConcurrentReadsTest {

  private static final Duration AGE = Duration.ofHours(1);

  private final List<Thread> askers = new ArrayList<>();
  private final List<CompletableFuture<String>> answers = new ArrayList<>();
  private final List<Set<String>> calls = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Boolean> ends = new SynchronousQueue<>();

  @AfterEach
  void end() {
    askers.forEach(Thread::interrupt);
  }

  @Test
  void shouldMakeOneCallForAllWhoWait() throws Exception {
    // Given
    BatchedReadCache<String> cache = cache(1);
    ask(cache, "first");
    List.of("a", "b", "c", "a").forEach(name -> ask(cache, name));

    // When
    ends.put(true);
    ends.put(true);

    // Then
    assertThat(answers.stream().map(CompletableFuture::join))
        .containsExactly("first", "a", "b", "c", "a");
    assertThat(calls).containsExactly(Set.of("first"), Set.of("a", "b", "c"));
  }

  @Test
  void shouldFailAllWhoWaitForOneCall() throws Exception {
    // Given
    BatchedReadCache<String> cache = cache(1);
    ask(cache, "same");
    ask(cache, "same");

    // When
    ends.put(false);

    // Then
    assertThat(answers.stream().map(answer -> answer.handle((_, why) -> why.getMessage()).join()))
        .allMatch(message -> message.contains("away"))
        .hasSize(2);
    assertThat(calls).hasSize(1);
  }

  @Test
  void shouldGiveWayToOthersWhileACallHangs() throws Exception {
    // Given
    BatchedReadCache<String> cache = cache(2);
    ask(cache, "one");
    ask(cache, "other");

    // When
    ends.put(true);

    // Then
    assertThat(CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join())
        .isIn("one", "other");
    assertThat(calls).hasSize(2);
  }

  private BatchedReadCache<String> cache(int callsAtOnce) {
    return new BatchedReadCache<>(
        "ec2:DescribeThings",
        new ReadLimits(10, callsAtOnce, AGE, AGE),
        this::read,
        System::nanoTime);
  }

  /** Asks in a thread of its own, and returns when that waits for an answer. */
  private void ask(BatchedReadCache<String> cache, String name) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread asker =
        Thread.ofPlatform()
            .start(() -> answer.completeAsync(() -> cache.get(name).orElseThrow(), Runnable::run));
    while (asker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    askers.add(asker);
    answers.add(answer);
  }

  private Map<String, String> read(Set<String> names) {
    calls.add(Set.copyOf(names));
    try {
      if (!ends.take()) {
        throw SdkClientException.create("away");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return names.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
  }
}
