package dev.natsfleet.logs;

import dev.natsfleet.logs.launch.CommandLine;
import dev.natsfleet.logs.launch.Service;
import dev.natsfleet.logs.receive.Receiver;
import dev.natsfleet.logs.report.ReceiverPages;
import dev.natsfleet.logs.report.ReceiverTable;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.settings.SettingsException;
import java.io.IOException;
import java.util.Map;

/** {@code natsfleet-receiver}: writes what shippers sent until a signal. */
public final class ReceiverMain {

  private ReceiverMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    CommandLine line =
        new CommandLine("natsfleet-receiver", ReceiverMain::open, ReceiverTable::render);
    System.exit(line.run(arguments, System.getenv(), System.out, System.err));
  }

  private static Service open(Map<String, String> environment)
      throws SettingsException, IOException {
    Receiver receiver = new Receiver(ReceiverSettings.from(environment));
    return new Service(receiver::run, receiver::stop, receiver, ReceiverPages.of(receiver::status));
  }
}
