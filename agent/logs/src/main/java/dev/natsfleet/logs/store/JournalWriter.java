package dev.natsfleet.logs.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of a journal as text: in the first one a line with the version, then in each a line {@code
 * host} for each output file that changed, below it a line {@code log} for each log in it that did,
 * a line {@code end} for each generation that is remembered of the log, and at last {@code commit}
 * with the checksum of the block.
 */
final class JournalWriter {

  /** First word of a journal's first line; the version of the format follows. */
  static final String TITLE = "natsfleet-receiver";

  static final String VERSION = "1";

  private final StringBuilder text = new StringBuilder();

  /** A block with these output files; with all of their logs, or with those that changed. */
  byte[] block(Collection<HostBook> hosts, boolean whole, Position position) {
    text.setLength(0);
    if (whole) {
      text.append(TITLE).append(' ').append(VERSION).append('\n');
    }
    hosts.forEach(host -> host(host, whole));
    return commit(position, "commit");
  }

  /** A block that says that its writer let go of the partition, with everything durable. */
  byte[] release(Position position) {
    text.setLength(0);
    return commit(position, "release");
  }

  private byte[] commit(Position position, String word) {
    text.append(word).append(' ').append(position.sequence()).append(' ').append(position.time());
    CRC32C checksum = new CRC32C();
    checksum.update(bytes());
    text.append(' ').append(checksum.getValue()).append('\n');
    return bytes();
  }

  private byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void host(HostBook host, boolean whole) {
    text.append("host @").append(host.key()).append(' ').append(name(host.file()));
    number(host.period());
    number(host.length());
    number(host.foreign().sequence());
    number(host.foreign().time());
    number(host.holder());
    number(host.lineStart());
    text.append('\n');
    (whole ? host.logs() : host.changed()).forEach(this::log);
  }

  private void log(LogBook log) {
    Aside aside = log.aside();
    text.append("log ").append(log.id());
    number(log.seen());
    text.append(' ').append(name(aside == null ? null : aside.file()));
    number(aside == null ? 0 : aside.length());
    text.append('\n');
    for (Map.Entry<Long, Long> end : log.chain().ends().entrySet()) {
      text.append("end ").append(end.getKey());
      number(end.getValue());
      text.append('\n');
    }
  }

  private void number(long value) {
    text.append(' ').append(value);
  }

  private static String name(@Nullable Object path) {
    return path == null ? "-" : URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
  }
}
