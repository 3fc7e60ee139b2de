package dev.natsfleet.logs;

import dev.natsfleet.logs.launch.CommandLine;
import dev.natsfleet.logs.launch.Service;
import dev.natsfleet.logs.report.ShipperPages;
import dev.natsfleet.logs.report.ShipperTable;
import dev.natsfleet.logs.settings.SettingsException;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.shipper.Shipper;
import java.io.IOException;
import java.util.Map;

/** {@code natsfleet-shipper}: ships files until a signal. */
public final class ShipperMain {

  private ShipperMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    CommandLine line =
        new CommandLine("natsfleet-shipper", ShipperMain::open, ShipperTable::render);
    System.exit(line.run(arguments, System.getenv(), System.out, System.err));
  }

  private static Service open(Map<String, String> environment)
      throws SettingsException, IOException {
    Shipper shipper = new Shipper(ShipperSettings.from(environment));
    return new Service(shipper::run, shipper::stop, shipper, ShipperPages.of(shipper.desk()));
  }
}
