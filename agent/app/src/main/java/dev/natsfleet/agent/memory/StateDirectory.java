package dev.natsfleet.agent.memory;

import dev.natsfleet.agent.node.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's own files.
 *
 * @param directory exists, and only the agent's user can write to it
 */
public record StateDirectory(Path directory) {

  private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

  /** The memory of earlier agents; a new one if there is none that can be read. */
  public Memory recall() {
    Path file = memory();
    if (!Files.exists(file)) {
      return Memory.NONE;
    }
    try {
      return MemoryFile.read(Files.readString(file));
    } catch (IOException | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("file", file)
          .setCause(e)
          .log("memory cannot be read, starting anew");
      return Memory.NONE;
    }
  }

  /** Keeps a memory. */
  public void remember(Memory memory) {
    Path next = directory.resolve("agent.json.tmp");
    try {
      Files.writeString(next, MemoryFile.write(memory));
      Files.move(
          next, memory(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + memory(), e);
    }
  }

  /** The right to be the only agent of this directory, until the process ends or gives it back. */
  public Optional<FileLock> lock() {
    try {
      // kept open for the life of the process: closing the channel gives the lock back
      FileChannel channel =
          FileChannel.open(
              directory.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
  }

  /** Waits until no agent holds the lock. */
  public void awaitUnlocked() {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock().release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
  }

  /** Asks the running agent to leave: the host is going down. */
  public void askToLeave() {
    try {
      Files.writeString(leave(), "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + leave(), e);
    }
  }

  /** Whether the agent was asked to leave. */
  public boolean askedToLeave() {
    return Files.exists(leave());
  }

  /** Forgets that an earlier agent was asked to leave. */
  public void stay() {
    try {
      Files.deleteIfExists(leave());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + leave(), e);
    }
  }

  private Path memory() {
    return directory.resolve("agent.json");
  }

  private Path leave() {
    return directory.resolve("leave");
  }
}
