package dev.natsfleet.bench.race;

import dev.natsfleet.bench.process.Program;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.process.Tools;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.util.List;
import java.util.Map;

/**
 * {@code nats bench js pub async} with an ordered consumer beside it: messages of one content from
 * memory, received and thrown away. It stores nothing and checks nothing.
 *
 * @param size of a message
 * @param load whose bytes it sends
 */
record Ceiling(int size, Load load) implements Contestant {

  private static final String STREAM = "benchstream";
  private static final String SUBJECT = "lines.p0.web1";

  @Override
  public String name() {
    return "nats bench, " + size + " B";
  }

  @Override
  public Outcome run(Rig rig, Load load) throws Exception {
    rig.manage(streams -> streams.addStream(stream()));
    String messages = String.valueOf(load.bytes() / size);
    Program consumer = nats(rig, "consumer", "ordered", messages);
    rig.awaitConsumer(STREAM);
    Stopwatch watch = new Stopwatch(rig);
    Program publisher = nats(rig, "publisher", "pub", messages);
    return watch.awaitEnd(load, publisher, consumer);
  }

  private Program nats(Rig rig, String name, String what, String messages) throws Exception {
    List<String> command =
        switch (what) {
          case "pub" -> List.of("pub", "async", SUBJECT);
          default -> List.of(what);
        };
    return rig.start(
        name,
        java.util.stream.Stream.of(
                List.of(Tools.tool("nats"), "--server", rig.url(), "bench", "js"),
                command,
                List.of("--stream", STREAM, "--msgs", messages, "--size", size + "B"),
                List.of("--no-progress"))
            .flatMap(List::stream)
            .toList(),
        Map.of());
  }

  /** As our receiver creates its own. */
  private static StreamConfiguration stream() {
    return StreamConfiguration.builder()
        .name(STREAM)
        .subjects(SUBJECT)
        .storageType(StorageType.File)
        .discardPolicy(DiscardPolicy.New)
        .allowDirect(true)
        .maxBytes(8L << 30)
        .build();
  }
}
