package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.lines.LineMaker;
import dev.natsfleet.bench.lines.Oracle;
import dev.natsfleet.bench.process.Await;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Ours;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A shipper that finds a large file and no receiver, then a receiver that finds a full stream. */
public record Backlog(Load load) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Runs once. */
  public List<Figure> run(Rig rig) throws Exception {
    Ours ours = new Ours("line", load);
    Path prepared = load.prepare(rig);
    ours.startReceiver(rig);
    rig.awaitConsumer(Ours.STREAM);
    rig.program(Ours.RECEIVER).close();
    ours.startShipper(rig);
    Load.offer(rig, prepared);
    Await.until("the stream does not fill", PATIENCE, () -> stored(rig) >= load.lines());
    long shipper = rig.program(Ours.SHIPPER).cost().peakBytes();
    long start = System.nanoTime();
    ours.startReceiver(rig);
    rig.awaitWritten(load.bytes(), PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    long receiver = rig.program(Ours.RECEIVER).cost().peakBytes();
    String lines = "%,d lines of %d B".formatted(load.lines(), LineMaker.SIZE);
    return List.of(
        new Figure(
            "shipper, resident at most, file of " + lines, Figure.mebibytes(shipper), "≤ 96 MiB"),
        new Figure(
            "receiver, resident at most, backlog of " + lines,
            Figure.mebibytes(receiver),
            "≤ 128 MiB"),
        new Figure(
            "the same backlog written, start of the program included", Figure.seconds(seconds), ""),
        new Figure(
            "what became of its lines",
            Oracle.read(rig.outputs(), Load.HOST, Load.FILE, load.lines()).toString(),
            "0 each"));
  }

  private static long stored(Rig rig) throws Exception {
    return rig.manage(
        streams -> streams.getStreamInfo(Ours.STREAM).getStreamState().getLastSequence());
  }
}
