package dev.natsfleet.values;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A row of the table of values.
 *
 * @param kind of the value
 * @param text as a user writes it
 * @param value what it means, in milliseconds, bytes or as a number; empty if it is refused
 * @param refusal how the refusal begins; empty if it is taken
 */
public record ValueCase(ValueKind kind, String text, OptionalLong value, String refusal) {

  /** The rows of one kind. */
  public static List<ValueCase> of(ValueKind kind) {
    return table().stream().filter(row -> row.kind == kind).toList();
  }

  /** The rows of one kind that the grammar takes. */
  public static List<ValueCase> taken(ValueKind kind) {
    return of(kind).stream().filter(row -> row.value.isPresent()).toList();
  }

  /** All rows, in the order of the file. */
  public static List<ValueCase> table() {
    try (InputStream file =
        Objects.requireNonNull(ValueCase.class.getResourceAsStream("values.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(ValueCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValueCase read(String line) {
    String[] cells = line.split("\\|", -1);
    String result = cells[2].strip();
    boolean taken = result.matches("\\d+");
    return new ValueCase(
        ValueKind.valueOf(cells[0].strip().toUpperCase(Locale.ROOT)),
        cells[1].strip(),
        taken ? OptionalLong.of(Long.parseLong(result)) : OptionalLong.empty(),
        taken ? "" : result);
  }

  @Override
  public String toString() {
    return kind + " '" + text + "'";
  }
}
