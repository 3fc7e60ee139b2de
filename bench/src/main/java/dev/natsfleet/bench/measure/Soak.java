package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.lines.Oracle;
import dev.natsfleet.bench.lines.Tally;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Ours;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** 10,000 lines a second while one part after the other, chosen by lot, is killed with -9. */
public record Soak(Duration length) {

  private static final int SHORTEST_MILLIS = 1_500;
  private static final int LONGEST_MILLIS = 6_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> PARTS = List.of("nats-server", Ours.SHIPPER, Ours.RECEIVER);

  /** Runs once; fails when a line is not there once and in order. */
  public List<Figure> run(Rig rig) throws Exception {
    long seed = System.nanoTime();
    int bursts = PacedWriter.bursts(length);
    Load load = new Load((long) bursts * PacedWriter.BURST);
    Ours ours = new Ours("line", load);
    ours.startReceiver(rig);
    rig.awaitConsumer(Ours.STREAM);
    ours.startShipper(rig);
    FutureTask<Void> writer = PacedWriter.start(rig.at("in").resolve(Load.FILE), bursts);
    int kills = kill(rig, ours, writer, new Random(seed));
    rig.awaitWritten(load.bytes(), PATIENCE);
    Tally tally = Oracle.read(rig.outputs(), Load.HOST, Load.FILE, load.lines());
    if (!tally.isExact()) {
      throw new IOException("seed " + seed + ": " + tally);
    }
    return List.of(
        new Figure(
            "soak, %d s at 10,000 lines/s, %d times kill -9 of one part, seed %d"
                .formatted(length.toSeconds(), kills, seed),
            tally.toString(),
            "0 each"));
  }

  private static int kill(Rig rig, Ours ours, FutureTask<Void> writer, Random random)
      throws Exception {
    int kills = 0;
    while (!ended(writer, random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS))) {
      String part = PARTS.get(random.nextInt(PARTS.size()));
      rig.program(part).kill();
      switch (part) {
        case Ours.SHIPPER -> ours.startShipper(rig);
        case Ours.RECEIVER -> ours.startReceiver(rig);
        default -> rig.startBroker();
      }
      kills++;
    }
    return kills;
  }

  private static boolean ended(FutureTask<Void> writer, int millis) throws Exception {
    try {
      writer.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return writer.isDone();
    }
  }
}
