package dev.natsfleet.local.cloud.query;

import dev.natsfleet.local.cloud.error.CloudException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list.
 *
 * @param size number of items, null for the call's default
 * @param token token from the preceding page, null for the first page
 */
public record PageRequest(@Nullable Integer size, @Nullable String token) {

  /** The first page of the default size. */
  public static final PageRequest FIRST = new PageRequest(null, null);

  private static final String MARK = "natsfleet:";

  /** Cuts the page out of a list, with at most {@code largest} items. */
  public <T> ResultPage<T> cut(List<T> all, int usual, int largest) {
    int wanted = Math.min(size == null ? usual : size, largest);
    int from = Math.min(offset(), all.size());
    int to = Math.min(from + wanted, all.size());
    return new ResultPage<>(all.subList(from, to), to < all.size() ? encode(to) : null);
  }

  private static String encode(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + offset).getBytes(StandardCharsets.US_ASCII));
  }

  private int offset() {
    if (token == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      return Integer.parseUnsignedInt(text.substring(MARK.length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw CloudException.of("InvalidNextToken", "The token '" + token + "' is invalid.");
    }
  }
}
