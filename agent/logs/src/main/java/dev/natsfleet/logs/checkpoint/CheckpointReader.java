package dev.natsfleet.logs.checkpoint;

import dev.natsfleet.logs.checkpoint.Memory.RememberedLog;
import dev.natsfleet.logs.checkpoint.Memory.RememberedMark;
import dev.natsfleet.logs.checkpoint.Memory.RememberedUndo;
import dev.natsfleet.logs.tail.Remembered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads what {@link CheckpointWriter} wrote. */
final class CheckpointReader {

  private final List<RememberedLog> logs = new ArrayList<>();
  private final List<RememberedMark> marks = new ArrayList<>();
  private final long[] head = new long[4];

  /** Throws IllegalArgumentException when the version, a line or the checksum is wrong. */
  static Memory read(List<String> lines) {
    String title = lines.isEmpty() ? "" : lines.getFirst();
    if (title.startsWith(CheckpointWriter.PROGRAM) && !title.equals(CheckpointWriter.TITLE)) {
      throw new IllegalArgumentException(
          "it is \"%s\", and this shipper reads \"%s\": start the one that wrote it"
              .formatted(title, CheckpointWriter.TITLE));
    }
    if (lines.size() < 3 || !title.equals(CheckpointWriter.TITLE)) {
      throw new IllegalArgumentException("it is damaged: it does not begin as a checkpoint does");
    }
    List<String> body = lines.subList(0, lines.size() - 1);
    if (!lines.getLast().equals("end " + checksum(body))) {
      throw new IllegalArgumentException("it is damaged: its checksum is wrong");
    }
    CheckpointReader reader = new CheckpointReader();
    body.subList(1, body.size()).forEach(reader::line);
    return reader.memory();
  }

  private void line(String line) {
    Fields fields = new Fields(line);
    switch (fields.word()) {
      case "epoch" -> head(fields);
      case "log" -> logs.add(new RememberedLog(fields.number(), fields.path(), new ArrayList<>()));
      case "gen" -> logs.getLast().generations().add(generation(fields));
      case "mark" ->
          marks.add(new RememberedMark(fields.number(), fields.number(), new ArrayList<>()));
      case "undo" -> marks.getLast().undo().add(undo(fields));
      default -> throw new IllegalArgumentException("it has a line of another version: " + line);
    }
  }

  private void head(Fields fields) {
    for (int i = 0; i < head.length; i++) {
      head[i] = fields.number();
    }
  }

  private Memory memory() {
    return new Memory(head[0], head[1], head[2], head[3], logs, marks);
  }

  private static Remembered generation(Fields fields) {
    long number = fields.number();
    var key = fields.key();
    var fingerprint = fields.fingerprint();
    var place = fields.place();
    long size = fields.number();
    long modified = fields.number();
    int state = fields.count();
    boolean complete = (state & CheckpointWriter.COMPLETE) != 0;
    boolean doubtful = (state & CheckpointWriter.DOUBTFUL) != 0;
    Path path = fields.path();
    return new Remembered(
        number, key, path, fingerprint, place, size, modified, complete, doubtful);
  }

  private static RememberedUndo undo(Fields fields) {
    return new RememberedUndo(fields.number(), fields.number(), fields.place());
  }

  private static long checksum(List<String> lines) {
    CRC32C checksum = new CRC32C();
    for (String line : lines) {
      checksum.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return checksum.getValue();
  }
}
