package dev.natsfleet.logs.shipper.checkpoint;

import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.read.GenerationCheckpoint;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.zip.CRC32C;

/** Writes a checkpoint line by line, and a checksum of the lines at its end. */
final class CheckpointWriter {

  static final String PROGRAM = "natsfleet-shipper ";
  static final String TITLE = PROGRAM + "2";
  static final int COMPLETE = 1;
  static final int LOSSY = 2;

  private static final int LINE = 256;

  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final StringBuilder line = new StringBuilder(LINE);
  private byte[] bytes = new byte[LINE]; // one for all lines: there may be very many

  CheckpointWriter(OutputStream out) {
    this.out = out;
  }

  void write(long lastId, Ledger ledger, Collection<TrackedLog> logs) throws IOException {
    line.append(TITLE);
    end();
    begin("epoch", ledger.epoch());
    numbers(lastId, ledger.sequence(), ledger.streamSequence());
    end();
    for (TrackedLog log : logs) {
      log(log);
    }
    for (Ledger.Mark mark : ledger.marks()) {
      mark(mark);
    }
    begin("end", checksum.getValue());
    end();
  }

  private void log(TrackedLog log) throws IOException {
    begin("log", log.id());
    line.append(' ').append(LineParser.text(log.path()));
    end();
    for (GenerationCheckpoint generation : log.checkpoint()) {
      generation(generation);
    }
  }

  private void generation(GenerationCheckpoint generation) throws IOException {
    begin("gen", generation.number());
    LineParser.put(line, generation.key());
    LineParser.put(line, generation.fingerprint());
    LineParser.put(line, generation.position());
    int state = (generation.complete() ? COMPLETE : 0) | (generation.lossy() ? LOSSY : 0);
    numbers(generation.size(), generation.modified(), state);
    line.append(' ').append(LineParser.text(generation.path()));
    end();
  }

  private void mark(Ledger.Mark mark) throws IOException {
    begin("mark", mark.sequence());
    numbers(mark.streamSequence());
    end();
    for (Ledger.MarkedPosition marked : mark.positions()) {
      begin("undo", marked.generation().log().id());
      numbers(marked.generation().number());
      LineParser.put(line, marked.position());
      end();
    }
  }

  private void begin(String kind, long number) {
    line.append(kind).append(' ').append(number);
  }

  private void numbers(long... numbers) {
    for (long number : numbers) {
      LineParser.put(line, number);
    }
  }

  private void end() throws IOException {
    line.append('\n');
    bytes = bytes.length < line.length() ? new byte[line.length() * 2] : bytes;
    for (int i = 0; i < line.length(); i++) {
      bytes[i] = (byte) line.charAt(i); // all of it is ASCII: numbers, and paths that are encoded
    }
    checksum.update(bytes, 0, line.length());
    out.write(bytes, 0, line.length());
    line.setLength(0);
  }
}
