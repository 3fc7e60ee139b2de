package dev.natsfleet.logs.program.cli;

import dev.natsfleet.monitoring.Endpoints;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A program that holds its files and locks, and has not started to work.
 *
 * @param body works until it is asked to stop
 * @param stop asks the body to end; returns at once
 * @param release gives files and locks back
 * @param endpoints answer over HTTP while the body works
 * @param socket in the state directory, where they answer
 */
public record Service(Body body, Runnable stop, Closeable release, Endpoints endpoints, Path socket)
    implements Closeable {

  @Override
  public void close() throws IOException {
    release.close();
  }

  /** The work of a program. */
  @FunctionalInterface
  public interface Body {

    /** Returns after {@code stop}, when everything that must survive is on disk. */
    void run() throws IOException, InterruptedException, GeneralSecurityException;
  }
}
