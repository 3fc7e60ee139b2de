package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Renders the blocks of a journal as text. The first block begins with a line that has the version.
 * Each block has a line {@code host} for each output file that changed; below it a line {@code log}
 * for each of its logs that changed; below that a line {@code end} for each generation that is
 * remembered of the log; and at last a line {@code commit} with the checksum of the block. A host
 * whose name no host can have stands for a hole in the stream: its position is that of the hole.
 */
final class JournalWriter {

  /** First word of a journal; the version of the format follows. */
  static final String TITLE = "natsfleet-receiver";

  static final String VERSION = "1";

  /** Host that stands for the last hole in the stream. */
  static final String HOLE = "~hole";

  private final StringBuilder text = new StringBuilder();

  /** A block with these output files, and with all of their logs or those that changed. */
  byte[] block(Collection<OutputFileState> hosts, boolean whole, JournalState state) {
    text.setLength(0);
    if (whole) {
      text.append(TITLE).append(' ').append(VERSION).append('\n');
    }
    hosts.forEach(host -> host(host, whole));
    if (state.hasHole()) {
      OutputFileState hole = new OutputFileState(HOLE);
      hole.foreignPosition(state.hole());
      host(hole, whole);
    }
    return commit(state.position(), "commit");
  }

  /** A block that records that the owner released the partition, with everything durable. */
  byte[] release(StreamPosition position) {
    text.setLength(0);
    return commit(position, "release");
  }

  private byte[] commit(StreamPosition position, String word) {
    text.append(word).append(' ').append(position.sequence()).append(' ').append(position.time());
    CRC32C checksum = new CRC32C();
    checksum.update(bytes());
    text.append(' ').append(checksum.getValue()).append('\n');
    return bytes();
  }

  private byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void host(OutputFileState host, boolean whole) {
    text.append("host @").append(host.key()).append(' ').append(name(host.file()));
    number(host.period());
    number(host.length());
    number(host.foreignPosition().sequence());
    number(host.foreignPosition().time());
    number(host.openLog());
    number(host.lineStart());
    number(host.inode());
    text.append('\n');
    (whole ? host.logs() : host.changed()).forEach(this::log);
  }

  private void log(LogState log) {
    PartialLineFile partialLine = log.partialLine();
    text.append("log ").append(log.id());
    number(log.lastSeen());
    text.append(' ').append(name(partialLine == null ? null : partialLine.file()));
    number(partialLine == null ? 0 : partialLine.length());
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
