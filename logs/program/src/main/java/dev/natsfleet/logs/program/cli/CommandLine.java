package dev.natsfleet.logs.program.cli;

import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.program.settings.DefaultStateDirectory;
import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.settings.UrlSecrets;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command line of a program. Without arguments the program works until a signal comes; {@code
 * status} prints what the running program does, {@code status --watch} prints it every second,
 * {@code status --help} explains it, {@code --help} prints every variable, {@code --version} the
 * version.
 *
 * <p>Exit codes: 0; 1 when the program fails; 2 when the environment is wrong; 64 for unknown
 * arguments (EX_USAGE of sysexits.h).
 *
 * @param name of the program
 * @param program whose variables it reads
 * @param opener opens the program
 * @param statusTable renders its status
 * @param columns explains what the table shows
 */
public record CommandLine(
    String name, ProgramName program, Opener opener, StatusTable statusTable, String columns) {

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
        case "status --help", "status -h" -> out.print(columns);
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
      err.println(UrlSecrets.redactUrls(FileFailure.withName(e)));
      return FAILED;
    }
  }

  private void serve(Map<String, String> environment)
      throws SettingsException, IOException, InterruptedException, GeneralSecurityException {
    Service service = opener.open(environment);
    Map<String, String> effective = Variable.reader(environment).effective();
    Path state = PipelineSettings.state(environment, program);
    LOG.atInfo()
        .addKeyValue("program", name)
        .addKeyValue("state", state)
        .addKeyValue("settings", effective)
        .log("starting");
    if (!effective.containsKey(Variable.SHIPPER_STATE.name())) {
      tellFormerState(state, DefaultStateDirectory.of(program));
    }
    new ServiceRunner(name, service).run(PipelineSettings.listen(environment));
  }

  private StatusCommand status(Map<String, String> environment)
      throws SettingsException, IOException {
    Optional<InetSocketAddress> address = PipelineSettings.listen(environment);
    StatusConnection connection =
        address.isPresent()
            ? new StatusConnection.Tcp(address.get())
            : new StatusConnection.Socket(socket(environment));
    return new StatusCommand(connection, statusTable);
  }

  private Path socket(Map<String, String> environment) throws SettingsException, IOException {
    return new StatusSocket(program, PipelineSettings.state(environment, program))
        .find(PipelineSettings.host(environment));
  }

  private static void tellFormerState(Path state, DefaultStateDirectory usual) {
    if (state.equals(usual.former())) {
      LOG.atInfo()
          .addKeyValue("directory", state)
          .addKeyValue("default", usual.own())
          .log(
              "state is where earlier versions had it and stays there; to move it, stop the program and move its files to the default");
    }
  }
}
