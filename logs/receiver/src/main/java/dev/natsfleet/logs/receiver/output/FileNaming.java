package dev.natsfleet.logs.receiver.output;

import dev.natsfleet.logs.receiver.settings.Strftime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of output files: one for each host and period.
 *
 * @param directory with one directory per host; without it all hosts share one file
 * @param pattern of the name, strftime; may have directories
 * @param every how long one file lasts; periods are counted from local midnight of the epoch's day,
 *     as fshipper counts them
 * @param zone of the times in names
 */
public record FileNaming(Optional<Path> directory, String pattern, Duration every, ZoneId zone) {

  /** End of the name of a file that is being compressed. */
  public static final String UNFINISHED = ".gz.new";

  /** Checks pattern and period. */
  public FileNaming {
    Strftime.format(pattern, ZonedDateTime.ofInstant(Instant.EPOCH, zone));
    if (every.toSeconds() < 1) {
      throw new IllegalArgumentException("a file must last at least a second");
    }
  }

  /** The key of a host's files: the host, or nothing where all hosts share one file. */
  public String key(String host) {
    return directory.isPresent() ? host : "";
  }

  /** Start of the period that holds {@code now}, in seconds of local time since 1970. */
  public long period(Instant now) {
    long local = ZonedDateTime.ofInstant(now, zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
    return local - Math.floorMod(local, every.toSeconds());
  }

  /** The file of a key in a period; {@code part} counts the files of one period from 0. */
  public Path file(String key, long period, int part) {
    ZonedDateTime time =
        Instant.ofEpochSecond(period).atZone(ZoneOffset.UTC).withZoneSameLocal(zone);
    String name = Strftime.format(pattern, time);
    return below(key, part == 0 ? name : name + "." + part);
  }

  /** A name below the host's directory; without directories, one that is complete. */
  private Path below(String key, String name) {
    Path path = directory.isPresent() ? root(key).resolve(name) : Path.of(name);
    return path.toAbsolutePath();
  }

  /** The directory that all files of a key are below. */
  public Path root(String key) {
    return directory
        .map(path -> path.resolve(key))
        .orElseGet(() -> fixedDirectory().toAbsolutePath());
  }

  /** Whether a path has a name of a key's files, compressed or not. */
  public boolean isFileOf(String key, Path file) {
    return matches(key, file, "(\\.gz)?");
  }

  /** Whether a path has a name of a key's files that are being compressed. */
  public boolean isUnfinishedFileOf(String key, Path file) {
    return matches(key, file, "\\.[0-9a-f-]+" + Pattern.quote(UNFINISHED));
  }

  /** How many levels a file of the key is below its root. */
  public int depth(String key) {
    return root(key).toAbsolutePath().relativize(file(key, 0, 0)).getNameCount();
  }

  private boolean matches(String key, Path file, String end) {
    String names = Strftime.regex(below(key, pattern).toString());
    return Pattern.matches(names + "(\\.[1-9]\\d{0,7})?" + end, file.toString());
  }

  /** The part of the pattern's directory without conversions. */
  private Path fixedDirectory() {
    Path parent = Path.of(pattern).toAbsolutePath().getParent();
    while (parent != null && parent.toString().contains("%")) {
      parent = parent.getParent();
    }
    return parent == null ? Path.of("/") : parent;
  }
}
