package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.program.cli.CommandLine;
import dev.natsfleet.logs.program.cli.Service;
import dev.natsfleet.logs.program.cli.StatusSocket;
import dev.natsfleet.logs.program.settings.ProgramName;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.loop.Shipper;
import dev.natsfleet.logs.shipper.report.ShipperEndpoints;
import dev.natsfleet.logs.shipper.report.ShipperStatusTable;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.util.Map;

/** {@code natsfleet-shipper}: ships files until a signal. */
public final class ShipperMain {

  private ShipperMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    CommandLine line =
        new CommandLine(
            "natsfleet-shipper",
            ProgramName.SHIPPER,
            ShipperMain::open,
            ShipperStatusTable::render,
            ShipperStatusTable.COLUMNS);
    System.exit(line.run(arguments, System.getenv(), System.out, System.err));
  }

  private static Service open(Map<String, String> environment)
      throws SettingsException, IOException {
    ShipperSettings settings = ShipperSettings.from(environment);
    Shipper shipper = new Shipper(settings, ProgramClock.system());
    return new Service(
        shipper::run,
        shipper::stop,
        shipper,
        ShipperEndpoints.of(shipper.queries()),
        new StatusSocket(ProgramName.SHIPPER, settings.pipelineSettings().state()).ofOne());
  }
}
