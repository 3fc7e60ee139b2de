package dev.natsfleet.logs.protocol.record;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record's header as NATS headers: {@code NF: <version> <file> <generation> <start> <length>
 * <flags> <epoch> <sequence>}, file and epoch in base 36, the rest decimal; the first record of a
 * generation adds {@code NF-Open: <previous> <end> <lost> <path>} with the path percent-encoded. A
 * message without {@code NF} comes from a shipper of another kind: its payload is a line.
 */
public final class RecordCodec {

  /** Name of the header that every record has. */
  public static final String HEADER = "NF";

  /** Name of the header that the first record of a generation has beside it. */
  public static final String OPEN_HEADER = "NF-Open";

  /** Longest header block of a record with a path of up to 4,096 bytes. */
  public static final int MAX_HEADER = 16_384;

  private static final byte[] HEAD = "NATS/1.0\r\nNF:1 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OPEN = "\r\nNF-Open:".getBytes(StandardCharsets.US_ASCII);

  private RecordCodec() {}

  /** Writes the whole header block for HPUB; gives the index behind it. */
  public static int write(byte[] to, int at, RecordHeader header) {
    return end(to, line(to, at, header));
  }

  /** Writes the whole header block of the first record of a generation. */
  public static int write(byte[] to, int at, RecordHeader header, GenerationStart generationStart) {
    int next = copy(OPEN, to, line(to, at, header));
    byte[] text = text(generationStart).getBytes(StandardCharsets.US_ASCII);
    return end(to, copy(text, to, next));
  }

  /** Parses the value of {@link #HEADER}; throws IllegalArgumentException when it is malformed. */
  public static RecordHeader parse(String value) {
    TokenScanner tokenScanner = new TokenScanner(value.strip());
    if (!"1".equals(tokenScanner.next())) {
      throw new IllegalArgumentException("not a record header of version 1: " + value);
    }
    RecordHeader header =
        new RecordHeader(
            tokenScanner.base36(),
            tokenScanner.number(),
            tokenScanner.number(),
            length(tokenScanner.number()),
            RecordFlags.parse(tokenScanner.next()),
            tokenScanner.base36(),
            tokenScanner.number());
    if (!tokenScanner.isAtEnd()) {
      throw new IllegalArgumentException("too many words: " + value);
    }
    return header;
  }

  /** Parses the value of {@link #OPEN_HEADER}; empty when it is malformed. */
  public static Optional<GenerationStart> parseStart(String value) {
    String[] fields = value.strip().split(" ", -1);
    try {
      return Optional.of(
          new GenerationStart(
              URLDecoder.decode(fields[3], StandardCharsets.UTF_8),
              Long.parseLong(fields[0]),
              Long.parseLong(fields[1]),
              Long.parseLong(fields[2])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static int length(long number) {
    if (number != (int) number) {
      throw new IllegalArgumentException("a record of " + number + " bytes");
    }
    return (int) number;
  }

  private static int line(byte[] to, int at, RecordHeader header) {
    int next = copy(HEAD, to, at);
    next = space(to, Decimals.writeBase36(to, next, header.file()));
    next = space(to, Decimals.write(to, next, header.generation()));
    next = space(to, Decimals.write(to, next, header.start()));
    next = space(to, Decimals.write(to, next, header.length()));
    next = space(to, RecordFlags.letters(to, next, header.flags()));
    next = space(to, Decimals.writeBase36(to, next, header.epoch()));
    return Decimals.write(to, next, header.sequence());
  }

  private static String text(GenerationStart generationStart) {
    return "%d %d %d %s"
        .formatted(
            generationStart.previous(),
            generationStart.end(),
            generationStart.lost(),
            URLEncoder.encode(generationStart.path(), StandardCharsets.UTF_8));
  }

  private static int space(byte[] to, int at) {
    to[at] = ' ';
    return at + 1;
  }

  private static int end(byte[] to, int at) {
    to[at] = '\r';
    to[at + 1] = '\n';
    to[at + 2] = '\r';
    to[at + 3] = '\n';
    return at + 4;
  }

  private static int copy(byte[] from, byte[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }
}
