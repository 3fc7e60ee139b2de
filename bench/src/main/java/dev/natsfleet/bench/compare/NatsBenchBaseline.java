package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.process.MeasuredProgram;
import dev.natsfleet.bench.process.ProgramPaths;
import dev.natsfleet.bench.process.Testbed;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.util.List;
import java.util.Map;

/**
 * {@code nats bench js pub async} with an ordered consumer beside it: one message is sent again and
 * again from memory, received and dropped. Nothing is stored or checked, so this is the upper limit
 * for every candidate.
 *
 * @param size message size in bytes
 * @param load number of bytes to send
 */
record NatsBenchBaseline(int size, LogLoad load) implements Candidate {

  private static final String STREAM = "benchstream";
  private static final String SUBJECT = "lines.p0.web1";

  @Override
  public String name() {
    return "nats bench, " + size + " B";
  }

  @Override
  public CandidateResult run(Testbed testbed, LogLoad logLoad) throws Exception {
    testbed.streams(streams -> streams.addStream(stream()));
    String messages = String.valueOf(logLoad.bytes() / size);
    MeasuredProgram consumer = nats(testbed, "consumer", "ordered", messages);
    testbed.awaitConsumer(STREAM);
    Stopwatch watch = new Stopwatch(testbed);
    MeasuredProgram publisher = nats(testbed, "publisher", "pub", messages);
    return watch.awaitEnd(logLoad, publisher, consumer);
  }

  private MeasuredProgram nats(Testbed testbed, String name, String what, String messages)
      throws Exception {
    List<String> command =
        switch (what) {
          case "pub" -> List.of("pub", "async", SUBJECT);
          default -> List.of(what);
        };
    return testbed.start(
        name,
        java.util.stream.Stream.of(
                List.of(ProgramPaths.tool("nats"), "--server", testbed.url(), "bench", "js"),
                command,
                List.of("--stream", STREAM, "--msgs", messages, "--size", size + "B"),
                List.of("--no-progress"))
            .flatMap(List::stream)
            .toList(),
        Map.of());
  }

  /** The stream configuration that the receiver uses. */
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
