package dev.natsfleet.logs.shipper.checkpoint;

import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.LogCheckpoint;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.MarkCheckpoint;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.PositionCheckpoint;
import dev.natsfleet.logs.shipper.read.GenerationCheckpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads what {@link CheckpointWriter} wrote. */
final class CheckpointReader {

  private final List<LogCheckpoint> logs = new ArrayList<>();
  private final List<MarkCheckpoint> marks = new ArrayList<>();
  private final long[] head = new long[4];

  /** Throws IllegalArgumentException when the version, a line or the checksum is wrong. */
  static Checkpoint read(List<String> lines) {
    String title = lines.isEmpty() ? "" : lines.getFirst();
    if (title.startsWith(CheckpointWriter.PROGRAM) && !title.equals(CheckpointWriter.TITLE)) {
      throw new IllegalArgumentException(
          "it has format \"%s\", and this shipper reads \"%s\": start the version that wrote it"
              .formatted(title, CheckpointWriter.TITLE));
    }
    if (lines.size() < 3 || !title.equals(CheckpointWriter.TITLE)) {
      throw new IllegalArgumentException(
          "it is damaged: its first line is not that of a checkpoint");
    }
    List<String> body = lines.subList(0, lines.size() - 1);
    if (!lines.getLast().equals("end " + checksum(body))) {
      throw new IllegalArgumentException("it is damaged: its checksum is wrong");
    }
    CheckpointReader reader = new CheckpointReader();
    body.subList(1, body.size()).forEach(reader::line);
    return reader.checkpoint();
  }

  private void line(String line) {
    LineParser words = new LineParser(line);
    switch (words.word()) {
      case "epoch" -> head(words);
      case "log" -> logs.add(new LogCheckpoint(words.number(), words.path(), new ArrayList<>()));
      case "gen" -> logs.getLast().generations().add(generation(words));
      case "mark" ->
          marks.add(new MarkCheckpoint(words.number(), words.number(), new ArrayList<>()));
      case "undo" -> marks.getLast().positions().add(position(words));
      default -> throw new IllegalArgumentException("it has an unknown line: " + line);
    }
  }

  private void head(LineParser words) {
    for (int i = 0; i < head.length; i++) {
      head[i] = words.number();
    }
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(head[0], head[1], head[2], head[3], logs, marks);
  }

  private static GenerationCheckpoint generation(LineParser words) {
    long number = words.number();
    var key = words.key();
    var fingerprint = words.fingerprint();
    var position = words.position();
    long size = words.number();
    long modified = words.number();
    int state = words.count();
    boolean complete = (state & CheckpointWriter.COMPLETE) != 0;
    boolean lossy = (state & CheckpointWriter.LOSSY) != 0;
    Path path = words.path();
    return new GenerationCheckpoint(
        number, key, path, fingerprint, position, size, modified, complete, lossy);
  }

  private static PositionCheckpoint position(LineParser words) {
    return new PositionCheckpoint(words.number(), words.number(), words.position());
  }

  private static long checksum(List<String> lines) {
    CRC32C checksum = new CRC32C();
    for (String line : lines) {
      checksum.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return checksum.getValue();
  }
}
