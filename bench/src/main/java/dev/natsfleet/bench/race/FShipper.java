package dev.natsfleet.bench.race;

import dev.natsfleet.bench.process.Rig;
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
 * @param load of a race
 */
record FShipper(Path programs, Load load) implements Contestant {

  private static final String STREAM = "LOGS_0";
  private static final String SUBJECT = "lines";
  private static final String TARGET = "delivered";

  @Override
  public String name() {
    return "fshipper post8";
  }

  @Override
  public Outcome run(Rig rig, Load load) throws Exception {
    Path prepared = load.prepare(rig);
    rig.manage(streams -> streams.addStream(stream()));
    rig.start(
        "consumer",
        List.of(programs.resolve("consumer").toString()),
        Map.of(
            "NATS_URL",
            rig.url(),
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STREAM_TARGET",
            TARGET,
            "SHIPPER_DIRECTORY",
            rig.at("out").toString(),
            "SHIPPER_OUTPUT",
            "app-%Y%m%d"));
    rig.awaitConnections(1);
    rig.manage(streams -> streams.addOrUpdateConsumer(STREAM, consumer()));
    rig.start(
        "producer",
        List.of(programs.resolve("producer").toString()),
        Map.of(
            "NATS_URL",
            rig.url(),
            "HOSTNAME",
            Load.HOST,
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_FILE",
            rig.at("in").resolve(Load.FILE).toString()));
    rig.awaitConnections(2);
    Stopwatch watch = new Stopwatch(rig);
    Load.offer(rig, prepared);
    return watch.awaitOutput(load);
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
