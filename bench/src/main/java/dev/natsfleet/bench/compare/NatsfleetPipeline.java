package dev.natsfleet.bench.compare;

import dev.natsfleet.bench.process.MeasuredProgram;
import dev.natsfleet.bench.process.ProgramPaths;
import dev.natsfleet.bench.process.Testbed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * natsfleet-shipper and natsfleet-receiver with their default settings and a larger stream.
 *
 * @param mode the shipper's mode: {@code line} or {@code bundle}
 * @param load lines to carry
 */
public record NatsfleetPipeline(String mode, LogLoad load) implements Candidate {

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
  public CandidateResult run(Testbed testbed, LogLoad logLoad) throws Exception {
    Path prepared = logLoad.prepare(testbed);
    startReceiver(testbed);
    testbed.awaitConsumer(STREAM);
    startShipper(testbed);
    testbed.awaitConnections(2);
    Stopwatch watch = new Stopwatch(testbed);
    LogLoad.offer(testbed, prepared);
    return watch.awaitOutput(logLoad);
  }

  /** Starts the testbed's receiver, for the first time or again. */
  public MeasuredProgram startReceiver(Testbed testbed) throws IOException {
    return testbed.start(
        RECEIVER,
        List.of(ProgramPaths.launcher("natsfleet-receiver")),
        Map.of(
            "NATS_URL",
            testbed.url(),
            "HOSTNAME",
            "receiver-0",
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STATE",
            testbed.at(RECEIVER).toString(),
            "SHIPPER_DIRECTORY",
            testbed.at("out").toString(),
            "SHIPPER_OUTPUT",
            "app-%Y%m%d",
            "SHIPPER_STREAM_BYTES",
            "8Gi"));
  }

  /** Starts the testbed's shipper, for the first time or again. */
  public MeasuredProgram startShipper(Testbed testbed) throws IOException {
    return testbed.start(
        SHIPPER,
        List.of(ProgramPaths.launcher("natsfleet-shipper")),
        Map.of(
            "NATS_URL",
            testbed.url(),
            "HOSTNAME",
            LogLoad.HOST,
            "SHIPPER_SUBJECT",
            SUBJECT,
            "SHIPPER_STATE",
            testbed.at(SHIPPER).toString(),
            "SHIPPER_FILE",
            testbed.at("in") + "/*.log",
            "SHIPPER_MODE",
            mode));
  }
}
