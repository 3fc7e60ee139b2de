package dev.natsfleet.logs.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an account is in the bucket: {@code p<partition>.head.<host>} and {@code
 * p<partition>.<page>.<host>}.
 *
 * @param partition the host's
 * @param page its number; {@link #HEAD} for the head
 * @param host whose account it is
 */
public record AccountKey(int partition, int page, String host) {

  /** Not a page: the head. */
  public static final int HEAD = -1;

  private static final Pattern KEY = Pattern.compile("p(\\d{1,9})\\.(head|\\d{1,9})\\.(.+)");

  /** Reads it; empty when it is something else. */
  public static Optional<AccountKey> parse(String text) {
    Matcher key = KEY.matcher(text);
    return key.matches()
        ? Optional.of(
            new AccountKey(Integer.parseInt(key.group(1)), page(key.group(2)), key.group(3)))
        : Optional.empty();
  }

  /** All of a partition. */
  public static String filter(int partition) {
    return "p" + partition + ".>";
  }

  /** As it is in the bucket. */
  public String text() {
    return "p" + partition + "." + (page == HEAD ? "head" : page) + "." + host;
  }

  private static int page(String text) {
    return "head".equals(text) ? HEAD : Integer.parseInt(text);
  }
}
