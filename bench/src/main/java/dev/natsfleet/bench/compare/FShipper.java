package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.process.Testbed;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * fshipper, tag post8: core publish without acknowledgement, a stream, a push consumer without
 * acknowledgement, as its author describes it.
 *
 * @param programs directory with its {@code producer} and {@code consumer}
 * @param load lines to carry
 */
record FShipper(Path programs, LogLoad load) implements Candidate {

  private static final String STREAM = "LOGS_0";
  private static final String SUBJECT = "lines";
  private static final String TARGET = "delivered";

  @Override
  public String name() {
    return "fshipper post8";
  }

  @Override
  public CandidateResult run(Testbed testbed, LogLoad logLoad) throws Exception {
    Path prepared = logLoad.prepare(testbed);
    testbed.streams(streams -> streams.addStream(stream()));
    testbed.start(
        "consumer",
        List.of(programs.resolve("consumer").toString()),
        Map.of(
            "NATS_URL",
            testbed.url(),
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STREAM_TARGET",
            TARGET,
            "SHIPPER_DIRECTORY",
            testbed.at("out").toString(),
            "SHIPPER_OUTPUT",
            "app-%Y%m%d"));
    testbed.awaitConnections(1);
    testbed.streams(streams -> streams.addOrUpdateConsumer(STREAM, consumer()));
    testbed.start(
        "producer",
        List.of(programs.resolve("producer").toString()),
        Map.of(
            "NATS_URL",
            testbed.url(),
            "HOSTNAME",
            LogLoad.HOST,
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_FILE",
            testbed.at("in").resolve(LogLoad.FILE).toString()));
    testbed.awaitConnections(2);
    Stopwatch watch = new Stopwatch(testbed);
    LogLoad.offer(testbed, prepared);
    return watch.awaitOutput(logLoad);
  }

  private static StreamConfiguration stream() {
    return StreamConfiguration.builder()
        .name(STREAM)
        .subjects(SUBJECT + ".p0.>")
        .storageType(StorageType.File)
        .build();
  }

  private static ConsumerConfiguration consumer() {
    return ConsumerConfiguration.builder()
        .durable("writer")
        .deliverSubject(TARGET + ".p0")
        .deliverPolicy(DeliverPolicy.All)
        .ackPolicy(AckPolicy.None)
        .build();
  }
}
