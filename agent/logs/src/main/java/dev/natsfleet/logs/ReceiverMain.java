package dev.natsfleet.logs;

import dev.natsfleet.logs.receive.Receiver;
import dev.natsfleet.logs.report.ReceiverPages;
import dev.natsfleet.logs.report.ReceiverTable;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code natsfleet-receiver}: receives until a signal; {@code natsfleet-receiver status}: a table.
 */
public final class ReceiverMain {

  private static final int UNUSABLE_ENVIRONMENT = 2;
  private static final int USAGE = 64;

  private ReceiverMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments, System.getenv(), System.out, System.err));
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException, GeneralSecurityException {
    try {
      ReceiverSettings settings = ReceiverSettings.from(environment);
      if (arguments.length == 0) {
        receive(settings);
        return 0;
      }
      if (arguments.length == 1 && arguments[0].equals("status")) {
        out.print(ReceiverTable.of(settings.place().listen()));
        return 0;
      }
      err.println("usage: natsfleet-receiver [status]");
      return USAGE;
    } catch (SettingsException e) {
      err.println(e.getMessage());
      return UNUSABLE_ENVIRONMENT;
    } catch (IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void receive(ReceiverSettings settings)
      throws IOException, InterruptedException, GeneralSecurityException {
    CountDownLatch ended = new CountDownLatch(1);
    try (Receiver receiver = new Receiver(settings);
        ReceiverPages pages = ReceiverPages.start(settings.place().listen(), receiver::status)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(receiver, ended)));
      pages.announce();
      receiver.run();
    } finally {
      ended.countDown();
    }
  }

  /** On a signal: lets everything become durable. */
  private static void stop(Receiver receiver, CountDownLatch ended) {
    receiver.stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
