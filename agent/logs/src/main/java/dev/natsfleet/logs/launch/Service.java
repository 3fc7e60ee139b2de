package dev.natsfleet.logs.launch;

import dev.natsfleet.logs.outside.Pages;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * A program that has taken what it needs.
 *
 * @param body works until it is asked to stop
 * @param stop asks for the end; returns at once
 * @param release gives back what the program has taken
 * @param pages what it says of itself
 */
public record Service(Body body, Runnable stop, Closeable release, Pages pages)
    implements Closeable {

  @Override
  public void close() throws IOException {
    release.close();
  }

  /** The work of a program. */
  @FunctionalInterface
  public interface Body {

    /** Returns after {@code stop}, when everything that must be kept is kept. */
    void run() throws IOException, InterruptedException, GeneralSecurityException;
  }
}
