package dev.natsfleet.logs;

import dev.natsfleet.logs.outside.LocalServer;
import dev.natsfleet.logs.outside.StatusTable;
import dev.natsfleet.logs.settings.SettingsException;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.shipper.Shipper;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code natsfleet-shipper}: ships until a signal; {@code natsfleet-shipper status}: a table. */
public final class ShipperMain {

  private static final int UNUSABLE_ENVIRONMENT = 2;
  private static final int USAGE = 64;

  private ShipperMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments, System.getenv(), System.out, System.err));
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException, GeneralSecurityException {
    try {
      ShipperSettings settings = ShipperSettings.from(environment);
      if (arguments.length == 0) {
        ship(settings);
        return 0;
      }
      if (arguments.length == 1 && arguments[0].equals("status")) {
        out.print(StatusTable.of(settings.place().listen()));
        return 0;
      }
      err.println("usage: natsfleet-shipper [status]");
      return USAGE;
    } catch (SettingsException e) {
      err.println(e.getMessage());
      return UNUSABLE_ENVIRONMENT;
    } catch (IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void ship(ShipperSettings settings)
      throws IOException, InterruptedException, GeneralSecurityException {
    CountDownLatch ended = new CountDownLatch(1);
    try (Shipper shipper = new Shipper(settings);
        LocalServer server = LocalServer.start(settings.place().listen(), shipper.desk())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shipper, ended)));
      server.announce();
      shipper.run();
    } finally {
      ended.countDown();
    }
  }

  /** On a signal: lets what is in flight arrive. */
  private static void stop(Shipper shipper, CountDownLatch ended) {
    shipper.stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
