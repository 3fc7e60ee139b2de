package dev.natsfleet.logs.receiver;

import dev.natsfleet.logs.program.cli.CommandLine;
import dev.natsfleet.logs.program.cli.Service;
import dev.natsfleet.logs.program.cli.StatusSocket;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.receiver.report.ReceiverEndpoints;
import dev.natsfleet.logs.receiver.report.ReceiverStatusTable;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code natsfleet-receiver}: writes what shippers sent until a signal. */
public final class ReceiverMain {

  private ReceiverMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    CommandLine line =
        new CommandLine(
            "natsfleet-receiver",
            ProgramName.RECEIVER,
            ReceiverMain::open,
            ReceiverStatusTable::render,
            ReceiverStatusTable.COLUMNS);
    System.exit(line.run(arguments, System.getenv(), System.out, System.err));
  }

  private static Service open(Map<String, String> environment)
      throws SettingsException, IOException {
    ReceiverSettings settings = ReceiverSettings.from(environment);
    Receiver receiver = new Receiver(settings, ProgramClock.system());
    return new Service(
        receiver::run,
        receiver::stop,
        receiver,
        ReceiverEndpoints.of(receiver::status),
        socket(settings));
  }

  private static Path socket(ReceiverSettings settings) {
    StatusSocket socket =
        new StatusSocket(ProgramName.RECEIVER, settings.pipelineSettings().state());
    boolean alone = settings.partitionSettings().partitions().isPresent();
    return alone ? socket.ofOne() : socket.ofHost(settings.pipelineSettings().host());
  }
}
