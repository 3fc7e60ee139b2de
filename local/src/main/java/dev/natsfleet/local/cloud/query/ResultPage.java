package dev.natsfleet.local.cloud.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next token for the next page, null on the last
 */
public record ResultPage<T>(List<T> items, @Nullable String next) {

  public ResultPage {
    items = List.copyOf(items);
  }
}
