package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.surroundings.SurroundingsFault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The oracle at the end of a story. A line must have arrived if a file that can be found has it. A
 * line that is in none may have arrived before; if not, a loss is told for its log, and between its
 * neighbours. No line arrives twice or out of order, no loss is told where nothing was done that
 * may cost lines, and none is larger than what is missing.
 */
final class KnowableLines {

  private final SurroundingsWorld world;
  private final List<SurroundingsFault> faults = new ArrayList<>();
  private final Map<String, WrittenLine> written = new LinkedHashMap<>();
  private final Map<String, Set<WrittenFile>> holders = new HashMap<>();
  private final Set<String> arrived = new HashSet<>();

  KnowableLines(SurroundingsWorld world) {
    this.world = world;
  }

  List<SurroundingsFault> faults() {
    for (WrittenLine line : world.actions().written()) {
      written.put(line.text(), line);
    }
    for (WrittenFile file : world.tree().all()) {
      file.everyLine()
          .forEach(line -> holders.computeIfAbsent(line.text(), text -> new HashSet<>()).add(file));
    }
    world.shipper().stream().arrived().values().forEach(this::checkArrived);
    checkMissing();
    world.shipper().stream().arrived().values().forEach(this::checkPlaces);
    checkTold();
    return faults;
  }

  private void add(Kind kind, String text) {
    faults.add(new SurroundingsFault(kind, text));
  }

  private void checkArrived(ArrivedLog log) {
    if (log.gaps() > 0) {
      add(Kind.GAP, "%d records came behind a gap".formatted(log.gaps()));
    }
    Map<String, Integer> last = new TreeMap<>();
    for (String text : log.lines()) {
      WrittenLine line = written.get(text);
      if (line == null) {
        if (!text.equals(ArrivedLog.LOSS)) {
          add(Kind.STRANGE, "nobody wrote \"%s\"".formatted(text));
        }
      } else if (isDoubled(line)) {
        arrived.add(text);
      } else if (!arrived.add(text)) {
        add(Kind.TWICE, "\"%s\" came twice".formatted(text));
      } else if (!line.late() && last.getOrDefault(line.origin(), 0) > line.number()) {
        add(
            Kind.ORDER,
            "\"%s\" came after line %d".formatted(text, last.getOrDefault(line.origin(), 0)));
      } else if (!line.late()) {
        last.put(line.origin(), line.number());
      }
    }
  }

  /** A copy that was not followed by a truncation is a file of its own. */
  private boolean isDoubled(WrittenLine line) {
    return holders(line).stream().anyMatch(WrittenFile::isCopied);
  }

  private void checkMissing() {
    for (WrittenLine line : written.values()) {
      if (!arrived.contains(line.text())) {
        Path found = find(line);
        if (found != null) {
          add(Kind.MISSING, "\"%s\" never came, and %s has it".formatted(line.text(), found));
        } else if (isToBeTold(line) && !isTold(line)) {
          add(Kind.UNTOLD, "\"%s\" is lost, and no loss was told".formatted(line.text()));
        }
      }
    }
  }

  /** Where the line can be found now. */
  private @Nullable Path find(WrittenLine line) {
    for (Map.Entry<Path, WrittenFile> entry : world.tree().named().entrySet()) {
      Path name = world.tree().root().relativize(entry.getKey());
      boolean shipped = !name.startsWith("archive") && !name.startsWith("kept");
      if (shipped && !entry.getValue().isOutOfReach() && entry.getValue().lines().contains(line)) {
        return name;
      }
    }
    return null;
  }

  /** Of a file that nobody ever looked at nobody can know. */
  private boolean isToBeTold(WrittenLine line) {
    return !line.hidden()
        && !isDoubled(line)
        && !isLeftBehind(line)
        && holders(line).stream().anyMatch(world.shipper()::isTracked);
  }

  /** A link does not lead there any more; it is read, or told, when the link leads elsewhere. */
  private boolean isLeftBehind(WrittenLine line) {
    return holders(line).stream().flatMap(file -> file.logs().stream()).noneMatch(this::hasPlace)
        || world.tree().named().entrySet().stream()
            .filter(entry -> entry.getValue().lines().contains(line))
            .map(entry -> world.tree().root().relativize(entry.getKey()))
            .anyMatch(name -> name.startsWith("store") || name.startsWith("real"));
  }

  private boolean hasPlace(String log) {
    try {
      return world.tree().place(log).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<WrittenFile> holders(WrittenLine line) {
    return holders.getOrDefault(line.text(), Set.of());
  }

  private boolean isTold(WrittenLine line) {
    return holders(line).stream()
        .flatMap(file -> file.logs().stream())
        .anyMatch(log -> world.shipper().told().of(log) > 0);
  }

  /** Between two lines that came, missing ones must be told. */
  private void checkPlaces(ArrivedLog log) {
    Map<String, Integer> last = new TreeMap<>();
    for (String text : log.lines()) {
      WrittenLine line = written.get(text);
      if (line == null) {
        last.replaceAll((origin, number) -> Integer.MAX_VALUE);
      } else if (!line.late()) {
        int before = last.getOrDefault(line.origin(), Integer.MAX_VALUE);
        for (int number = before; number < line.number() - 1; number++) {
          checkPlace(new WrittenLine(line.origin(), number + 1, false, false), line);
        }
        last.put(line.origin(), line.number());
      }
    }
  }

  private void checkPlace(WrittenLine missing, WrittenLine behind) {
    if (!arrived.contains(missing.text())
        && missing.equals(written.get(missing.text()))
        && isToBeTold(missing)) {
      add(
          Kind.UNTOLD_BETWEEN,
          "\"%s\" is lost, and no loss was told before \"%s\""
              .formatted(missing.text(), behind.text()));
    }
  }

  private void checkTold() {
    for (String log : TreeActions.LOGS) {
      if (world.shipper().told().of(log) > 0 && !world.actions().isHarmed(log)) {
        add(Kind.FALSE_LOSS, "a loss was told of %s, and nothing was lost".formatted(log));
      }
    }
    long vanished = world.shipper().told().ofVanished();
    int least = world.shipper().vanished().least();
    int most = world.shipper().vanished().most();
    if (vanished < least || vanished > most) {
      add(
          vanished < least ? Kind.UNTOLD : Kind.FALSE_LOSS,
          "%d logs were told that vanished, of at least %d and at most %d"
              .formatted(vanished, least, most));
    }
    long missing =
        written.values().stream()
                .filter(line -> !arrived.contains(line.text()))
                .mapToLong(line -> (long) line.bytes() * Math.max(1, holders(line).size()))
                .sum()
            + written.values().stream().filter(this::isDoubled).mapToLong(WrittenLine::bytes).sum()
            + world.actions().reserved();
    if (world.shipper().told().mostBytes() > missing) {
      add(
          Kind.TOO_MUCH,
          "%d bytes were told as lost, and %d are missing"
              .formatted(world.shipper().told().mostBytes(), missing));
    }
  }
}
