package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.receiver.Receiver;
import dev.natsfleet.logs.receiver.report.ReceiverEndpoints;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.monitoring.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** A receiver in a thread of the test: where nothing is killed, it starts in no time. */
final class ReceiverThread {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Receiver receiver;
  private final FutureTask<Boolean> task;

  /** A receiver of one partition with its files in a directory, with more settings. */
  ReceiverThread(String url, Path directory, String... settings) throws Exception {
    Map<String, String> environment = new HashMap<>();
    ProgramProcess.set(
        environment,
        "NATS_URL=" + url,
        "HOSTNAME=" + directory.getFileName(),
        "SHIPPER_SUBJECT=shipper",
        "SHIPPER_OUTPUT=out-%Y",
        "SHIPPER_DIRECTORY=" + directory.resolve("out"),
        "SHIPPER_STATE=" + directory.resolve("state"));
    ProgramProcess.set(environment, settings);
    receiver = new Receiver(ReceiverSettings.from(environment), ProgramClock.system());
    task =
        new FutureTask<>(
            () -> {
              receiver.run();
              return true;
            });
    Thread.ofPlatform().name("receiver").daemon().start(task);
  }

  ReceiverStatus status() {
    return receiver.status();
  }

  /** Waits until {@code /healthz} has a code and a text with these words. */
  void awaitHealth(int code, String words) throws Exception {
    Await.until(
        PATIENCE,
        () -> health().status() == code && health().body().contains(words),
        () -> "not %d with '%s', but %s".formatted(code, words, status()));
  }

  private Response health() throws Exception {
    return ReceiverEndpoints.of(receiver::status).at("/healthz");
  }

  /** Stops it; fails as it has failed. */
  void close() throws Exception {
    receiver.stop();
    task.get();
    receiver.close();
  }
}
