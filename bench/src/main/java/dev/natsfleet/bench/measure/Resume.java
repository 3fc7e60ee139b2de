package dev.natsfleet.bench.measure;

import dev.natsfleet.bench.lines.Oracle;
import dev.natsfleet.bench.process.Program;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Ours;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** kill -9 of broker, shipper and receiver at full rate, and their start. */
public record Resume(Load load) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Runs once. */
  public List<Figure> run(Rig rig) throws Exception {
    Ours ours = new Ours("line", load);
    Path prepared = load.prepare(rig);
    ours.startReceiver(rig);
    rig.awaitConsumer(Ours.STREAM);
    ours.startShipper(rig);
    Load.offer(rig, prepared);
    rig.awaitWritten(load.bytes() / 3, PATIENCE);
    for (Program program : rig.programs()) {
      program.kill();
    }
    long before = rig.written();
    long start = System.nanoTime();
    rig.startBroker();
    ours.startReceiver(rig);
    ours.startShipper(rig);
    rig.awaitWritten(before + 1, PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    rig.awaitWritten(load.bytes(), PATIENCE);
    return List.of(
        new Figure(
            "kill -9 of everything at full rate: start to the first new byte in the output",
            Figure.seconds(seconds),
            "≤ 5 s"),
        new Figure(
            "what became of its lines",
            Oracle.read(rig.outputs(), Load.HOST, Load.FILE, load.lines()).toString(),
            "0 each"));
  }
}
