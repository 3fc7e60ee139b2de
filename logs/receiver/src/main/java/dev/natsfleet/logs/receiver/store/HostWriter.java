package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.InodeLookup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Appends to one output file through a small buffer. */
final class HostWriter {

  private static final int SMALL = 1 << 12;
  private static final int LARGE = 1 << 16;
  private static final int UNBUFFERED = LARGE / 4;

  private final OutputFileState fileState;
  private final OpenFiles files;
  private byte[] buffer = new byte[0];
  private int buffered;

  HostWriter(OutputFileState fileState, OpenFiles files) {
    this.fileState = fileState;
    this.files = files;
  }

  OutputFileState fileState() {
    return fileState;
  }

  void append(Chunk chunk) throws IOException {
    if (chunk.length() >= UNBUFFERED) {
      write();
      put(ByteBuffer.wrap(chunk.bytes(), chunk.from(), chunk.length()));
    } else {
      makeRoom(chunk.length());
      System.arraycopy(chunk.bytes(), chunk.from(), buffer, buffered, chunk.length());
      buffered += chunk.length();
      fileState.length(fileState.length() + chunk.length());
    }
    if (chunk.newline()) {
      makeRoom(1);
      buffer[buffered++] = '\n';
      fileState.length(fileState.length() + 1);
    }
  }

  /** Writes the buffer to the file. */
  void write() throws IOException {
    if (buffered > 0) {
      int count = buffered;
      buffered = 0;
      fileState.length(fileState.length() - count);
      put(ByteBuffer.wrap(buffer, 0, count));
    }
  }

  /** Notes which file has the name, now that everything is durable under it. */
  void noteInode() throws IOException {
    Path file = fileState.file();
    if (file == null) {
      fileState.inode(0);
    } else if (fileState.inode()
        == 0) { // a file that was begun keeps its inode, also when its name leads elsewhere by now
      fileState.inode(InodeLookup.number(file));
    }
  }

  /** Appends the beginning of a line that was aside. */
  void append(PartialLineFile partialLine) throws IOException {
    write();
    files.copy(partialLine.file(), 0, partialLine.length(), file(), fileState.length());
    fileState.length(fileState.length() + partialLine.length());
  }

  /** Copies the file's open line into a file aside, at its beginning. */
  void copyOpenLine(PartialLineFile to) throws IOException {
    write();
    long length = fileState.length() - fileState.lineStart();
    files.copy(file(), fileState.lineStart(), length, to.file(), 0);
    to.grow(length);
  }

  Path file() {
    return Objects.requireNonNull(fileState.file(), "an output file was begun");
  }

  private void put(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    files.write(file(), fileState.length(), bytes);
    fileState.length(fileState.length() + count);
  }

  private void makeRoom(int size) throws IOException {
    if (buffered + size > LARGE) {
      write();
    }
    if (buffered + size > buffer.length) {
      int doubled = Math.max(buffer.length * 2, buffered + size);
      buffer = Arrays.copyOf(buffer, Math.clamp(doubled, SMALL, LARGE));
    }
  }
}
