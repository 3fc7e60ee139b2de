package dev.natsfleet.bench.race;

import dev.natsfleet.bench.process.Program;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.process.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * natsfleet-shipper and natsfleet-receiver with their defaults, but for a larger stream.
 *
 * @param mode of the shipper: {@code line} or {@code bundle}
 * @param load of a race
 */
public record Ours(String mode, Load load) implements Contestant {

  /** The shipper's name in the tables. */
  public static final String SHIPPER = "shipper";

  /** The receiver's name in the tables. */
  public static final String RECEIVER = "receiver";

  /** The stream that the receiver creates. */
  public static final String STREAM = "lines_0";

  private static final String SUBJECT = "lines";

  @Override
  public String name() {
    return "natsfleet, " + mode + " mode";
  }

  @Override
  public Outcome run(Rig rig, Load load) throws Exception {
    Path prepared = load.prepare(rig);
    startReceiver(rig);
    rig.awaitConsumer(STREAM);
    startShipper(rig);
    rig.awaitConnections(2);
    Stopwatch watch = new Stopwatch(rig);
    Load.offer(rig, prepared);
    return watch.awaitOutput(load);
  }

  /** Starts the receiver of a rig, which may have run before. */
  public Program startReceiver(Rig rig) throws IOException {
    return rig.start(
        RECEIVER,
        List.of(Tools.launcher("natsfleet-receiver")),
        Map.of(
            "NATS_URL",
            rig.url(),
            "HOSTNAME",
            "receiver-0",
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STATE",
            rig.at(RECEIVER).toString(),
            "SHIPPER_DIRECTORY",
            rig.at("out").toString(),
            "SHIPPER_OUTPUT",
            "app-%Y%m%d",
            "SHIPPER_STREAM_BYTES",
            "8Gi"));
  }

  /** Starts the shipper of a rig, which may have run before. */
  public Program startShipper(Rig rig) throws IOException {
    return rig.start(
        SHIPPER,
        List.of(Tools.launcher("natsfleet-shipper")),
        Map.of(
            "NATS_URL",
            rig.url(),
            "HOSTNAME",
            Load.HOST,
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STATE",
            rig.at(SHIPPER).toString(),
            "SHIPPER_FILE",
            rig.at("in") + "/*.log",
            "SHIPPER_MODE",
            mode));
  }
}
