package dev.natsfleet.logs.program.cli;

import dev.natsfleet.logs.program.connect.UrlUsers;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command line of a program. Without arguments the program works until a signal comes; {@code
 * status} prints what the running program does, {@code status --watch} prints it every second,
 * {@code --help} prints every variable, {@code --version} the version.
 *
 * <p>Exit codes: 0; 1 when the program fails; 2 when the environment is wrong; 64 for unknown
 * arguments (EX_USAGE of sysexits.h).
 *
 * @param name of the program
 * @param program whose variables it reads
 * @param opener opens the program
 * @param statusTable renders its status
 */
public record CommandLine(
    String name, ProgramName program, Opener opener, StatusTable statusTable) {

  private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

  private static final int FAILED = 1;
  private static final int UNUSABLE_ENVIRONMENT = 2;
  private static final int USAGE = 64;

  /** Opens a program. */
  @FunctionalInterface
  public interface Opener {

    /** Reads the settings and takes files and locks; does not start to work. */
    Service open(Map<String, String> environment) throws SettingsException, IOException;
  }

  /** Does what the arguments say and returns the exit code. */
  public int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException, GeneralSecurityException {
    try {
      switch (String.join(" ", arguments)) {
        case "" -> serve(environment);
        case "--help", "-h", "help" -> out.print(Usage.of(name, program));
        case "--version" -> out.println(name + " " + Usage.version());
        case "status" -> status(environment).show(out, 1);
        case "status --watch" -> status(environment).show(out, Long.MAX_VALUE);
        default -> {
          err.println(Usage.line(name));
          return USAGE;
        }
      }
      return 0;
    } catch (SettingsException e) {
      err.println(e.getMessage());
      return UNUSABLE_ENVIRONMENT;
    } catch (IOException e) {
      err.println(UrlUsers.hide(FileFailure.withName(e)));
      return FAILED;
    }
  }

  private void serve(Map<String, String> environment)
      throws SettingsException, IOException, InterruptedException, GeneralSecurityException {
    Service service = opener.open(environment);
    LOG.atInfo()
        .addKeyValue("program", name)
        .addKeyValue("settings", Variable.reader(environment).effective())
        .log("starting");
    new ServiceRunner(service).run(PipelineSettings.listen(environment));
  }

  private StatusCommand status(Map<String, String> environment)
      throws SettingsException, IOException {
    return new StatusCommand(
        PipelineSettings.listen(environment)
            .orElseThrow(
                () ->
                    new IOException(
                        "set SHIPPER_LISTEN to the address that the running %s was started with, such as SHIPPER_LISTEN=127.0.0.1:8323; without one it listens nowhere and shows no status"
                            .formatted(name))),
        statusTable);
  }
}
