package dev.natsfleet.logs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Appends to one output file through a small buffer. */
final class HostWriter {

  private static final int SMALL = 1 << 12;
  private static final int LARGE = 1 << 16;
  private static final int PAST_BUFFER = LARGE / 4;

  private final HostBook book;
  private final OpenFiles files;
  private byte[] buffer = new byte[0];
  private int buffered;

  HostWriter(HostBook book, OpenFiles files) {
    this.book = book;
    this.files = files;
  }

  HostBook book() {
    return book;
  }

  void append(Piece piece) throws IOException {
    if (piece.length() >= PAST_BUFFER) {
      write();
      put(ByteBuffer.wrap(piece.bytes(), piece.from(), piece.length()));
    } else {
      makeRoom(piece.length());
      System.arraycopy(piece.bytes(), piece.from(), buffer, buffered, piece.length());
      buffered += piece.length();
      book.length(book.length() + piece.length());
    }
    if (piece.newline()) {
      makeRoom(1);
      buffer[buffered++] = '\n';
      book.length(book.length() + 1);
    }
  }

  /** Hands what has gathered to the system. */
  void write() throws IOException {
    if (buffered > 0) {
      int count = buffered;
      buffered = 0;
      book.length(book.length() - count);
      put(ByteBuffer.wrap(buffer, 0, count));
    }
  }

  /** Gives the buffer's memory back. */
  void shrink() {
    buffer = new byte[0];
  }

  /** Appends the beginning of a line that lay aside. */
  void append(Aside aside) throws IOException {
    write();
    files.copy(aside.file(), 0, aside.length(), file(), book.length());
    book.length(book.length() + aside.length());
  }

  /** Copies the file's open line into a file aside. */
  void copyOpenLine(Aside to) throws IOException {
    write();
    long length = book.length() - book.lineStart();
    files.copy(file(), book.lineStart(), length, to.file(), 0);
    to.grow(length);
  }

  Path file() {
    return Objects.requireNonNull(book.file(), "an output file was begun");
  }

  private void put(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    files.write(file(), book.length(), bytes);
    book.length(book.length() + count);
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
