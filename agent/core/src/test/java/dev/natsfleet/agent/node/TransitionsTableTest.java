package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every state against every kind of signal: what the node becomes, and what it does at once. {@code
 * -Dnatsfleet.golden=write} writes the table: read the difference before it is committed.
 */
class TransitionsTableTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/natsfleet/agent/node/transitions.txt");
  private static final Map<String, Signal> SIGNALS = signals();

  @Test
  void shouldMoveAsTheTableSays() throws IOException {
    // When
    String table =
        lives().values().stream()
            .map(TransitionsTableTest::lines)
            .collect(Collectors.joining("\n"));

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
    // When
    List<NodeState> covered = lives().values().stream().map(life -> life.get().state()).toList();

    // Then
    assertThat(covered).containsExactlyInAnyOrder(NodeState.values());
  }

  private static String lines(Supplier<NodeFixture> life) {
    return SIGNALS.entrySet().stream()
        .map(entry -> line(life.get(), entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(NodeFixture fixture, String name, Signal signal) {
    String from = fixture.state().name();
    fixture.signal(signal);
    String calls =
        fixture.actionKinds().stream().map(ActionKind::name).collect(Collectors.joining(" "));
    return "%-10s | %-12s | %-10s | %s"
            .formatted(from, name, fixture.state(), calls)
            .stripTrailing()
        + "\n";
  }

  private static Map<String, Supplier<NodeFixture>> lives() {
    Map<String, Supplier<NodeFixture>> lives = new LinkedHashMap<>();
    lives.put("booting", () -> new NodeFixture().signal(new Signal.Tick()));
    lives.put("registered", NodeFixture::registered);
    lives.put("starting", NodeFixture::starting);
    lives.put("joined", NodeFixture::joined);
    lives.put("serving", NodeFixture::serving);
    lives.put("cordoned", NodeFixture::cordoned);
    lives.put("degraded", NodeFixture::degraded);
    lives.put("failed", NodeFixture::failed);
    lives.put("draining", NodeFixture::draining);
    lives.put("stopped", NodeFixture::stopped);
    lives.put("left", NodeFixture::left);
    return lives;
  }

  private static Map<String, Signal> signals() {
    Map<String, Signal> signals = new LinkedHashMap<>();
    signals.put("tick", new Signal.Tick());
    signals.put("exited", new Signal.Exited("killed"));
    signals.put("no answer", new Signal.Failed(ActionKind.BEAT, "the registry is away"));
    signals.put("row gone", new Signal.Superseded(null));
    signals.put("in service", NodeFixture.notice("InService", false, false));
    signals.put("standby", NodeFixture.notice("Standby", false, false));
    signals.put("rebalance", NodeFixture.notice("InService", false, true));
    signals.put("terminated", NodeFixture.notice("Terminated", false, false));
    signals.put("spot", NodeFixture.notice("InService", true, false));
    signals.put("host", new Signal.Noticed("InService", false, false, true));
    signals.put("drain", NodeFixture.written(ActionKind.BEAT, new Order.Drain("o1", "scale in")));
    signals.put(
        "apply", NodeFixture.written(ActionKind.BEAT, new Order.ApplySettings("o2", "new", "r2")));
    return signals;
  }
}
