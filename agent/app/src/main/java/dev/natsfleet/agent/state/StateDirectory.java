package dev.natsfleet.agent.state;

import dev.natsfleet.agent.node.PersistedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** What earlier agents kept; {@link PersistedState#NONE} if no file can be read. */
  public PersistedState read() {
    Path file = stateFile();
    if (!Files.exists(file)) {
      return PersistedState.NONE;
    }
    try {
      return StateFile.read(Files.readString(file));
    } catch (IOException | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("file", file)
          .setCause(e)
          .log(
              "the agent's state file cannot be read and is ignored: settings, routes and orders"
                  + " come from the registry");
      return PersistedState.NONE;
    }
  }

  /** Replaces the state file as a whole: a reader finds the old state or the new one. */
  public void write(PersistedState state) {
    PrivateFiles.replace(stateFile(), StateFile.write(state));
  }

  /**
   * Takes the lock that makes this process the only agent of the directory; empty if another
   * process has it. The lock is released when the process ends, however it ends.
   */
  public Optional<FileLock> lock() {
    try {
      // kept open for the life of the process: closing the channel releases the lock
      FileChannel channel =
          FileChannel.open(
              directory.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
  }

  /** Blocks until no agent holds the lock. */
  public void awaitUnlocked() {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock().release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
  }

  /** Asks the running agent to leave because the host is going down. */
  public void requestLeave() {
    try {
      Files.writeString(leaveFile(), "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + leaveFile(), e);
    }
  }

  /** Whether the agent was asked to leave. */
  public boolean isLeaveRequested() {
    return Files.exists(leaveFile());
  }

  /** Removes the request to leave that an earlier agent got. */
  public void clearLeaveRequest() {
    try {
      Files.deleteIfExists(leaveFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + leaveFile(), e);
    }
  }

  private Path stateFile() {
    return directory.resolve("agent.json");
  }

  private Path leaveFile() {
    return directory.resolve("leave");
  }
}
