package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import io.nats.client.NUID;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The random id of a state directory, in its file {@code id}. The file appears whole or not at all.
 * It is written again when somebody removes it under a running receiver: the receiver still is the
 * same one.
 */
final class StateDirectoryId {

  private final Path file;
  private String id = "";

  /** The id of this directory, which need not exist yet. */
  StateDirectoryId(Path directory) {
    this.file = directory.resolve("id");
  }

  /** The id, made at the first call. */
  synchronized String get() throws IOException {
    String found = read();
    if (id.isEmpty()) {
      id = found.isEmpty() ? NUID.nextGlobal() : found;
    }
    if (found.isEmpty()) {
      write();
    }
    return id;
  }

  /** What the file has; empty when it is missing, or was created and never written. */
  private String read() throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private void write() throws IOException {
    DurableDirectories.create(file);
    Path written = file.resolveSibling("id.new");
    try (FileChannel channel =
        FileChannel.open(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(id + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    DurableDirectories.sync(file);
  }
}
