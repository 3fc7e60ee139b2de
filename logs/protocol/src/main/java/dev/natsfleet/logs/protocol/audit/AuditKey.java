package dev.natsfleet.logs.protocol.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an audit is in the bucket: {@code p<partition>.head.<host>} and {@code
 * p<partition>.<page>.<host>}.
 *
 * @param partition of the host
 * @param page number of the page; {@link #HEAD} for the head
 * @param host whose audit it is
 */
public record AuditKey(int partition, int page, String host) {

  /** Stands for the head in place of a page number. */
  public static final int HEAD = -1;

  private static final Pattern KEY = Pattern.compile("p(\\d{1,9})\\.(head|\\d{1,9})\\.(.+)");

  /** Parses a key; empty when it is something else. */
  public static Optional<AuditKey> parse(String text) {
    Matcher key = KEY.matcher(text);
    return key.matches()
        ? Optional.of(
            new AuditKey(Integer.parseInt(key.group(1)), page(key.group(2)), key.group(3)))
        : Optional.empty();
  }

  /** A filter for all keys of a partition. */
  public static String filter(int partition) {
    return "p" + partition + ".>";
  }

  /** The key as it is in the bucket. */
  public String text() {
    return "p" + partition + "." + (page == HEAD ? "head" : page) + "." + host;
  }

  private static int page(String text) {
    return "head".equals(text) ? HEAD : Integer.parseInt(text);
  }
}
