package dev.natsfleet.logs.shipper.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a rotation gives to the files of a log: {@code app.log.2}, {@code
 * app.log-20261122.gz}, {@code app-2026-11-22.log}, {@code app.log.old}. Copies that people make
 * have other names, and so have other logs.
 */
public final class RotatedName {

  /** Rank of a name that has a date, or nothing but the ending of a packed file. */
  static final int UNNUMBERED = 0;

  /** Rank of a name that a rotation gives without any order, such as {@code app.log.old}. */
  static final int LONE = -1;

  /** Rank of a name that no rotation gives. */
  static final int UNRANKED = -2;

  private static final Pattern NUMBER = Pattern.compile("\\.(\\d{1,4})");
  private static final String OLD = ".old";
  private static final String UNFINISHED = ".tmp";
  private static final String TIME = "\\d[\\dT:Z_-]*(\\.\\d+)*";
  private static final Pattern BEHIND = Pattern.compile("[.-]" + TIME + "|\\.old");
  private static final Pattern WITHIN =
      Pattern.compile("\\.\\d{1,4}|-(?=\\d{4}-?\\d{2}-?\\d{2}|\\d{10})" + TIME);

  private RotatedName() {}

  /** What the names of all rotated files of a log begin with. */
  public static String stem(String log) {
    int dot = log.lastIndexOf('.');
    return dot > 0 ? log.substring(0, dot) : log;
  }

  /**
   * Whether the file may belong to the log: somebody may have renamed the log's own file to any
   * name that begins with the log's.
   */
  public static boolean isCandidate(String log, String name) {
    boolean named = name.startsWith(log) && !name.equals(log) && !name.endsWith(UNFINISHED);
    return named || (name.startsWith(stem(log)) && isRotation(log, name));
  }

  /**
   * The place that the name gives to a file: the number in it, which counts back from the log;
   * {@link #UNNUMBERED}, {@link #LONE} or {@link #UNRANKED}.
   */
  static int rank(String log, String name) {
    String plain = PackedFormat.stripped(name);
    if (!isRotation(log, name)) {
      return UNRANKED;
    }
    if (plain.equals(log) || plain.equals(log + OLD)) {
      return LONE;
    }
    boolean behind = plain.startsWith(log);
    Matcher matcher = NUMBER.matcher(behind ? plain.substring(log.length()) : within(log, plain));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : UNNUMBERED;
  }

  /** Whether the name has a number, a date or {@link #OLD} in a place where rotations put it. */
  private static boolean isRotation(String log, String name) {
    String plain = PackedFormat.stripped(name);
    if (plain.equals(log)) {
      return !name.equals(log);
    }
    return plain.startsWith(log)
        ? BEHIND.matcher(plain.substring(log.length())).matches()
        : WITHIN.matcher(within(log, plain)).matches();
  }

  /** What a name has in front of the log's ending; empty when it does not end like the log. */
  private static String within(String log, String plain) {
    String stem = stem(log);
    String end = log.substring(stem.length());
    boolean longer = plain.length() > log.length();
    return longer && plain.startsWith(stem) && plain.endsWith(end)
        ? plain.substring(stem.length(), plain.length() - end.length())
        : "";
  }
}
