package dev.natsfleet.logs.program.connect;

import java.util.regex.Pattern;

/**
 * Hides users and passwords of URLs in what the client and its errors say: everything up to the
 * last {@code @} of a URL, as where settings are logged, because a password that nobody has encoded
 * may hold any character.
 */
public final class UrlUsers {

  private static final Pattern USER = Pattern.compile("(?<=://)[^,\\s]*(?=@)");

  private UrlUsers() {}

  /** The text without them. */
  public static String hide(String text) {
    return USER.matcher(text).replaceAll("***");
  }
}
