package dev.natsfleet.bench;

import dev.natsfleet.bench.measure.Backlog;
import dev.natsfleet.bench.measure.Figure;
import dev.natsfleet.bench.measure.Latency;
import dev.natsfleet.bench.measure.Rest;
import dev.natsfleet.bench.measure.Resume;
import dev.natsfleet.bench.measure.Soak;
import dev.natsfleet.bench.process.Rig;
import dev.natsfleet.bench.process.Tools;
import dev.natsfleet.bench.race.Load;
import dev.natsfleet.bench.race.Race;
import dev.natsfleet.bench.race.RaceTable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code bench/bin/bench}: runs what it is told and prints Markdown. */
public final class Main {

  private Main() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    run(Plan.of(arguments), System.out, System.err);
  }

  private static void run(Plan plan, PrintStream out, PrintStream progress) throws Exception {
    List<Figure> figures = new ArrayList<>();
    Load load = new Load(plan.lines());
    Duration length = Duration.ofSeconds(plan.seconds());
    for (String part : plan.only()) {
      switch (part) {
        case "race" -> race(plan, out, progress);
        case "backlog" -> figures.addAll(measure(part, new Backlog(load)::run, progress));
        case "latency" -> figures.addAll(measure(part, new Latency(length)::run, progress));
        case "rest" -> figures.addAll(measure(part, new Rest(length)::run, progress));
        case "resume" -> figures.addAll(measure(part, new Resume(load)::run, progress));
        case "soak" -> figures.addAll(measure(part, new Soak(length)::run, progress));
        default -> throw new IllegalArgumentException(part);
      }
    }
    if (!figures.isEmpty()) {
      out.print("\n| measured | value | target |\n|---|---|---|\n");
      figures.forEach(figure -> out.print(figure.row()));
    }
  }

  private static void race(Plan plan, PrintStream out, PrintStream progress) throws Exception {
    Race race = new Race(plan.lines(), plan.rounds(), plan.fshipper());
    out.print(new RaceTable(race.run(progress)).markdown());
    if (plan.fshipper().isEmpty()) {
      out.print("- fshipper did not take part: fshipper=<directory of its two programs> adds it\n");
    }
  }

  private static List<Figure> measure(String part, Part run, PrintStream progress)
      throws Exception {
    progress.println(part);
    try (Rig rig = new Rig(Tools.scratch().resolve(part))) {
      List<Figure> figures = run.run(rig);
      figures.forEach(figure -> progress.println("  " + figure.what() + ": " + figure.value()));
      return figures;
    }
  }

  /** One measurement with a rig of its own. */
  @FunctionalInterface
  private interface Part {
    List<Figure> run(Rig rig) throws Exception;
  }
}
