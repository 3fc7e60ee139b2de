package dev.natsfleet.failures;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tries several things, of which one that fails keeps no other from being tried. */
public final class FirstFailure {

  private @Nullable IOException first;

  /**
   * Something that may fail.
   *
   * @param <X> what ends everything
   */
  @FunctionalInterface
  public interface Attempt<X extends Exception> {

    /** Tries it; an IOException is noted and told by {@link #rethrow}. */
    void run() throws IOException, X;
  }

  /** Tries one thing, and notes when it fails. */
  public <X extends Exception> void attempt(Attempt<X> attempt) throws X {
    try {
      attempt.run();
    } catch (IOException e) {
      note(e);
    }
  }

  /** Notes a failure. */
  public void note(IOException failure) {
    first = first == null ? failure : first;
  }

  /** Throws what failed first, after everything was tried; returns when nothing failed. */
  public void rethrow() throws IOException {
    if (first != null) {
      throw first;
    }
  }
}
