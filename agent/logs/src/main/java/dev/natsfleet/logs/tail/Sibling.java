package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that stands beside a log and was made of it by rotation: {@code app.log.2}, {@code
 * app.log-20261122.gz}, {@code app-2026-11-22.log}.
 *
 * @param path of the file
 * @param key which file it is
 * @param size in bytes, packed or not
 * @param modified nanoseconds since 1970, which packing keeps
 * @param rank counts back from the log when the name has a number; 0 when it has a date or none;
 *     {@link #LONE} when the name tells a rotation and no order, {@link #UNRANKED} when it tells
 *     none
 */
record Sibling(Path path, FileKey key, long size, long modified, int rank) {

  private static final int LONE = -1;
  private static final int UNRANKED = -2;

  private static final int MAX_LOOKS = 20;
  private static final Pattern NUMBER = Pattern.compile("\\.(\\d{1,4})");
  private static final Pattern PACKED = Pattern.compile("\\.(gz|zst)$");
  private static final String OLD = ".old";
  private static final String UNFINISHED = ".tmp";
  private static final String TIME = "\\d[\\dT:Z_-]*(\\.\\d+)*";
  private static final Pattern BEHIND = Pattern.compile("[.-]" + TIME + "|\\.old");
  private static final Pattern WITHIN =
      Pattern.compile("\\.\\d{1,4}|-(?=\\d{4}-?\\d{2}-?\\d{2}|\\d{10})" + TIME);

  /** Highest number first; dates and names without either by name, then by time. */
  private static final Comparator<Sibling> OLDEST_FIRST =
      Comparator.comparingInt(Sibling::rank)
          .reversed()
          .thenComparing(Sibling::plainName)
          .thenComparing(sibling -> Sources.isPacked(sibling.path));

  /**
   * The siblings of a log, oldest first, without the log itself. A rotation that is under way
   * renames them one by one; so they are listed until two looks are the same.
   */
  static List<Sibling> of(Path log) throws IOException {
    List<Sibling> before = list(log);
    List<Sibling> now = list(log);
    for (int i = 0; i < MAX_LOOKS && !names(now).equals(names(before)); i++) {
      before = now;
      now = list(log);
    }
    return now;
  }

  /** What tells two looks apart. */
  static List<Object> names(List<Sibling> siblings) {
    return siblings.stream().<Object>map(one -> List.of(one.path, one.key.inode())).toList();
  }

  private static List<Sibling> list(Path log) throws IOException {
    List<String> names = new ArrayList<>();
    String of = log.getFileName().toString();
    DirectoryStream.Filter<Path> filter = entry -> isSibling(of, entry.getFileName().toString());
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(log.toAbsolutePath().getParent(), filter)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return among(log, names);
  }

  /** Those of some names that are siblings of a log, oldest first, as they are now. */
  static List<Sibling> among(Path log, Collection<String> names) throws IOException {
    String of = log.getFileName().toString();
    List<Sibling> siblings = new ArrayList<>();
    for (String name : names) {
      if (isSibling(of, name)) {
        add(of, log.toAbsolutePath().resolveSibling(name), siblings);
      }
    }
    siblings.sort(OLDEST_FIRST);
    siblings.removeIf(new Twins()::isSecond);
    return siblings;
  }

  /** What the names of all siblings begin with. */
  static String stem(Path log) {
    return stem(log.getFileName().toString());
  }

  private static String stem(String log) {
    int dot = log.lastIndexOf('.');
    return dot > 0 ? log.substring(0, dot) : log;
  }

  String plainName() {
    return PACKED.matcher(path.getFileName().toString()).replaceFirst("");
  }

  /** Whether it may be one: somebody may have renamed the log's own file to whatever name. */
  private static boolean isSibling(String log, String name) {
    boolean named = name.startsWith(log) && !name.equals(log) && !name.endsWith(UNFINISHED);
    return named || (name.startsWith(stem(log)) && isRotation(log, name));
  }

  /** Whether its name says that it was rotated, and nothing of when. */
  boolean isAlone() {
    return rank == LONE;
  }

  /** Whether its place among the others is known. */
  boolean isRanked() {
    return rank != UNRANKED;
  }

  /**
   * Whether its name is one that a rotation gives: a number, a date or {@link #OLD} behind the
   * log's name, or a number or a date before its ending. Copies that people make have other names,
   * as have other logs.
   */
  private static boolean isRotation(String log, String name) {
    String plain = PACKED.matcher(name).replaceFirst("");
    if (plain.equals(log)) {
      return !name.equals(log);
    }
    return plain.startsWith(log)
        ? BEHIND.matcher(plain.substring(log.length())).matches()
        : WITHIN.matcher(within(log, plain)).matches();
  }

  /**
   * What a name has in place of the dot before the log's ending; the empty text when it has not.
   */
  private static String within(String log, String plain) {
    String stem = stem(log);
    String end = log.substring(stem.length());
    boolean longer = plain.length() > log.length();
    return longer && plain.startsWith(stem) && plain.endsWith(end)
        ? plain.substring(stem.length(), plain.length() - end.length())
        : "";
  }

  private static void add(String log, Path entry, List<Sibling> to) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        FileKey key = FileKey.of(attributes);
        to.add(new Sibling(entry, key, attributes.size(), modified, rankOf(log, entry)));
      }
    } catch (NoSuchFileException e) {
      return; // rotated further while we looked; the next look finds it
    }
  }

  /** A file and what it was packed to, side by side: the file itself is the one that is read. */
  private static final class Twins {
    private String before = "";

    boolean isSecond(Sibling sibling) {
      boolean second = sibling.plainName().equals(before);
      before = sibling.plainName();
      return second;
    }
  }

  private static int rankOf(String log, Path entry) {
    String plain = PACKED.matcher(entry.getFileName().toString()).replaceFirst("");
    if (!isRotation(log, entry.getFileName().toString())) {
      return UNRANKED;
    }
    if (plain.equals(log) || plain.equals(log + OLD)) {
      return LONE;
    }
    boolean behind = plain.startsWith(log);
    Matcher matcher = NUMBER.matcher(behind ? plain.substring(log.length()) : within(log, plain));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
