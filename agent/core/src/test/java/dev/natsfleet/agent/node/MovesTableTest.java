package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every state against every kind of news: what the node becomes, and what it does at once. */
class MovesTableTest {

  private static final Map<String, Signal> NEWS = news();

  @Test
  void shouldMoveAsTheTableSays() throws IOException {
    // When
    String table =
        lives().values().stream().map(MovesTableTest::lines).collect(Collectors.joining("\n"));

    // Then
    assertThat(table).isEqualTo(golden());
  }

  private static String lines(Supplier<Life> life) {
    return NEWS.entrySet().stream()
        .map(entry -> line(life.get(), entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(Life life, String name, Signal signal) {
    String from = life.state().name();
    life.tell(signal);
    String calls = life.calls().stream().map(Call::name).collect(Collectors.joining(" "));
    return "%-10s | %-12s | %-10s | %s".formatted(from, name, life.state(), calls).stripTrailing()
        + "\n";
  }

  private static Map<String, Supplier<Life>> lives() {
    Map<String, Supplier<Life>> lives = new LinkedHashMap<>();
    lives.put("booting", () -> new Life().tell(new Signal.Tick()));
    lives.put("registered", Life::registered);
    lives.put("starting", Life::starting);
    lives.put("joined", Life::joined);
    lives.put("serving", Life::serving);
    lives.put("cordoned", Life::cordoned);
    lives.put("degraded", Life::degraded);
    lives.put("draining", Life::draining);
    lives.put("stopped", Life::stopped);
    lives.put("left", Life::left);
    return lives;
  }

  private static Map<String, Signal> news() {
    Map<String, Signal> news = new LinkedHashMap<>();
    news.put("tick", new Signal.Tick());
    news.put("exited", new Signal.Exited("killed"));
    news.put("no answer", new Signal.Failed(Call.BEAT, "the registry is away"));
    news.put("row gone", new Signal.Superseded(null));
    news.put("in service", Life.notice("InService", false, false));
    news.put("standby", Life.notice("Standby", false, false));
    news.put("rebalance", Life.notice("InService", false, true));
    news.put("terminated", Life.notice("Terminated", false, false));
    news.put("spot", Life.notice("InService", true, false));
    news.put("host", new Signal.Noticed("InService", false, false, true));
    news.put("drain", Life.written(Call.BEAT, new Order.Drain("o1", "scale in")));
    news.put("apply", Life.written(Call.BEAT, new Order.ApplySettings("o2", "new", "r2")));
    return news;
  }

  private static String golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(MovesTableTest.class.getResourceAsStream("moves.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
