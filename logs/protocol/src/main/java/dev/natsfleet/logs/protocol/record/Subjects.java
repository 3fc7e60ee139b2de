package dev.natsfleet.logs.protocol.record;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Subjects of the pipeline: {@code <subject>.p<partition>.<host>}. The partition is FNV-1a-32 of
 * the host's bytes modulo the number of partitions, as fshipper computes it; the server's own
 * {@code partition()} mapping gives other numbers for names with dots.
 */
public final class Subjects {

  private static final Pattern SUBJECT = Pattern.compile("[^\\s.*>]+(\\.[^\\s.*>]+)*");
  private static final int MAX_HOST = 255;
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private Subjects() {}

  /** The partition of a host; 0 when there are no partitions. */
  public static int partition(String host, int partitions) {
    return partitions <= 0 ? 0 : Integer.remainderUnsigned(fnv32a(host), partitions);
  }

  /** The subject that the lines of a host are published on. */
  public static String subject(String prefix, int partition, String host) {
    return prefix + ".p" + partition + "." + host;
  }

  /** The subjects that the stream of a partition holds. */
  public static String filter(String prefix, int partition) {
    return prefix + ".p" + partition + ".>";
  }

  /** The beginning of all subjects of a partition; the host follows it. */
  public static String hostPrefix(String prefix, int partition) {
    return prefix + ".p" + partition + ".";
  }

  /** The host in a subject of the partition with this prefix; empty in any other subject. */
  public static String host(String hostPrefix, String subject) {
    return subject.startsWith(hostPrefix) ? subject.substring(hostPrefix.length()) : "";
  }

  /**
   * Whether a name may be a host, the end of a subject and a directory: letters, digits, {@code _}
   * and {@code -} of ASCII, with single dots between them.
   */
  public static boolean isHost(String name) {
    char before = '.';
    for (int i = 0; i < name.length(); i++) {
      char here = name.charAt(i);
      if (here == '.' ? before == '.' : !isNameCharacter(here)) {
        return false;
      }
      before = here;
    }
    return before != '.' && name.length() <= MAX_HOST;
  }

  /** Whether a text is a subject without wildcards. */
  public static boolean isSubject(String text) {
    return SUBJECT.matcher(text).matches();
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  static int fnv32a(String text) {
    int hash = FNV_OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}
