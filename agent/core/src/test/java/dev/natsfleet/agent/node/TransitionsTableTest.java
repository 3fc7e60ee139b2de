package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every state against every kind of signal: what the node becomes, and what it does at once. {@code
 * -Dnatsfleet.golden=write} writes the table: read the difference before it is committed.
 */
class TransitionsTableTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/natsfleet/agent/node/transitions.txt");

  @Test
  void shouldMoveAsTheTableSays() throws IOException {
    // When
    String table = SignalMatrix.lines();

    if ("write".equals(System.getProperty("natsfleet.golden"))) {
      Files.writeString(GOLDEN, table);
    }

    // Then
    assertThat(GOLDEN)
        .as("if the difference is intended, write it with -Dnatsfleet.golden=write")
        .content()
        .isEqualTo(table);
  }

  @Test
  void shouldHaveEveryState() {
    assertThat(SignalMatrix.states()).containsExactlyInAnyOrder(NodeState.values());
  }

  @Test
  void shouldHaveEveryKindOfSignal() {
    // When
    List<Class<?>> kinds = kinds(Signal.class).toList();

    // Then
    assertThat(SignalMatrix.signalKinds()).containsExactlyInAnyOrderElementsOf(kinds);
  }

  private static Stream<Class<?>> kinds(Class<?> kind) {
    return kind.isSealed()
        ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(TransitionsTableTest::kinds)
        : Stream.of(kind);
  }
}
