package dev.natsfleet.logs.launch;

import dev.natsfleet.logs.outside.Table;
import dev.natsfleet.logs.outside.View;
import dev.natsfleet.logs.settings.Place;
import dev.natsfleet.logs.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * A program of the pipeline: without an argument it works until a signal; {@code status} shows what
 * a running one does, {@code status --watch} shows it anew every second.
 *
 * <p>Exit codes: 0, 1 when it fails, 2 for an environment that cannot be used, 64 for other
 * arguments (EX_USAGE of sysexits.h).
 *
 * @param name of the program
 * @param opener takes what the program needs
 * @param table how its status looks
 */
public record CommandLine(String name, Opener opener, Table table) {

  private static final int FAILED = 1;
  private static final int UNUSABLE_ENVIRONMENT = 2;
  private static final int USAGE = 64;

  /** How a program takes what it needs. */
  @FunctionalInterface
  public interface Opener {

    /** Reads the settings and takes files and locks, but works on nothing yet. */
    Service open(Map<String, String> environment) throws SettingsException, IOException;
  }

  /** Does what the arguments say; gives the exit code. */
  public int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException, GeneralSecurityException {
    try {
      switch (String.join(" ", arguments)) {
        case "" -> new Serving(opener.open(environment)).run(Place.listen(environment));
        case "status" -> view(environment).show(out, 1);
        case "status --watch" -> view(environment).show(out, Long.MAX_VALUE);
        default -> {
          err.println("usage: " + name + " [status [--watch]]");
          return USAGE;
        }
      }
      return 0;
    } catch (SettingsException e) {
      err.println(e.getMessage());
      return UNUSABLE_ENVIRONMENT;
    } catch (IOException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private View view(Map<String, String> environment) throws SettingsException, IOException {
    return new View(
        Place.listen(environment)
            .orElseThrow(() -> new IOException("set SHIPPER_LISTEN as for " + name)),
        table);
  }
}
