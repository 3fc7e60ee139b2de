package dev.natsfleet.logs.checkpoint;

import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import dev.natsfleet.logs.tail.Remembered;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.zip.CRC32C;

/** Writes the lines, one reused line at a time, and their checksum at the end. */
final class CheckpointWriter {

  static final String PROGRAM = "natsfleet-shipper ";
  static final String TITLE = PROGRAM + "2";
  static final int COMPLETE = 1;
  static final int DOUBTFUL = 2;

  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final StringBuilder line = new StringBuilder(256);

  CheckpointWriter(OutputStream out) {
    this.out = out;
  }

  void write(long lastId, Ledger ledger, Collection<Log> logs) throws IOException {
    line.append(TITLE);
    end();
    begin("epoch", ledger.epoch());
    numbers(lastId, ledger.sequence(), ledger.streamSequence());
    end();
    for (Log log : logs) {
      log(log);
    }
    for (Ledger.Mark mark : ledger.marks()) {
      mark(mark);
    }
    begin("end", checksum.getValue());
    end();
  }

  private void log(Log log) throws IOException {
    begin("log", log.id());
    line.append(' ').append(Fields.text(log.path()));
    end();
    for (Generation generation : log.generations()) {
      generation(Remembered.of(generation));
    }
  }

  private void generation(Remembered generation) throws IOException {
    begin("gen", generation.number());
    Fields.put(line, generation.key());
    Fields.put(line, generation.fingerprint());
    Fields.put(line, generation.place());
    int state = (generation.complete() ? COMPLETE : 0) | (generation.doubtful() ? DOUBTFUL : 0);
    numbers(generation.size(), generation.modified(), state);
    line.append(' ').append(Fields.text(generation.path()));
    end();
  }

  private void mark(Ledger.Mark mark) throws IOException {
    begin("mark", mark.sequence());
    numbers(mark.streamSequence());
    end();
    for (Ledger.Undo undo : mark.undo()) {
      begin("undo", undo.generation().log().id());
      numbers(undo.generation().number());
      Fields.put(line, undo.place());
      end();
    }
  }

  private void begin(String kind, long number) {
    line.append(kind).append(' ').append(number);
  }

  private void numbers(long... numbers) {
    for (long number : numbers) {
      Fields.put(line, number);
    }
  }

  private void end() throws IOException {
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    checksum.update(bytes);
    out.write(bytes);
    line.setLength(0);
  }
}
