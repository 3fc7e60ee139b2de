package dev.natsfleet.settings;

import java.util.regex.Pattern;

/**
 * Hides user, password and token of URLs. Everything up to the last {@code @} of a URL is hidden,
 * because a password that nobody has encoded may hold any character. A value has several URLs
 * separated by commas, and NATS takes them without a scheme, too.
 */
public final class UrlSecrets {

  private static final String HIDDEN = "***";
  private static final String SCHEME = "[a-zA-Z][a-zA-Z0-9+.-]*://";
  private static final Pattern USER_INFO_OF_URL = Pattern.compile("(?<=://)[^,\\s]*(?=@)");

  /** An item that begins with a slash is a path, and may have any name. */
  private static final Pattern USER_INFO_OF_ITEM =
      Pattern.compile("(?<=^|[,\\s])(?!/|" + SCHEME + ")[^,\\s]+(?=@)");

  private static final Pattern ITEM_END = Pattern.compile("[,\\s]+");

  private UrlSecrets() {}

  /** A value of a variable without its secrets. */
  static String redact(String value) {
    return USER_INFO_OF_ITEM.matcher(redactUrls(value)).replaceAll(HIDDEN);
  }

  /** A text without the secrets of the URLs in it that have a scheme. */
  public static String redactUrls(String text) {
    return USER_INFO_OF_URL.matcher(text).replaceAll(HIDDEN);
  }

  /** A text that quotes a value, its items or their user information, without the secrets. */
  static String redactQuoted(String value, String text) {
    String redacted = text.replace(value, redact(value));
    for (String item : ITEM_END.splitAsStream(value).toList()) {
      String shown = redact(item);
      if (!shown.equals(item)) {
        String secret = item.replaceFirst("^" + SCHEME, "");
        redacted =
            redacted
                .replace(item, shown)
                .replace(secret.substring(0, secret.lastIndexOf('@')), HIDDEN);
      }
    }
    return redacted;
  }
}
