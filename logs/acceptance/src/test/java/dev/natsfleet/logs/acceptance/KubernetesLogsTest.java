package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code /var/log/containers/*.log}: links to files under {@code /var/log/pods}, which the kubelet
 * renames and packs there.
 */
@Tag("server")
class KubernetesLogsTest {

  private static final int MOMENTS = 20;
  private static final Pattern OF_KNOWN_SIZE = Pattern.compile("file is gone,.*bytes=\"\\d+\"");

  @TempDir Path directory;
  private Kubelet kubelet;
  private Pipeline pipeline;
  private ReceiverProcess receiverProcess;

  @BeforeEach
  void start() throws Exception {
    kubelet = new Kubelet(directory.resolve("log"));
    pipeline =
        new Pipeline(
            directory, "SHIPPER_FILE=" + kubelet.containers() + "/*.log", ProgramGauges.LISTEN);
    receiverProcess = pipeline.receiving("one");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipWhatTheKubeletRotatesAndPacks() throws Exception {
    LogWriter web = kubelet.start("web", 0, 100);
    LogWriter job = kubelet.start("job", 1, 5);
    receiverProcess.check(ShipperProcess.HOST, web, job);

    for (int i = 0; i < 4; i++) {
      web.lines(50);
      kubelet.rotate(web);
      web.lines(50);
    }

    receiverProcess.check(ShipperProcess.HOST, web, job);
  }

  @Test
  void shouldShipWhatAPodWroteThatIsDeletedAsSoonAsItIsFound() throws Exception {
    LogWriter web = kubelet.start("web", 0, 1);
    receiverProcess.check(ShipperProcess.HOST, web);

    LogWriter moment = kubelet.start("job", 1, 5);
    Await.until(
        ReceiverProcess.PATIENCE, () -> pipeline.metric("logs") == 2, () -> pipeline.said());
    kubelet.delete("job");

    receiverProcess.check(ShipperProcess.HOST, web, moment);
  }

  @Test
  void shouldShipOrTellEachOfManyPodsThatLiveForAMoment() throws Exception {
    LogWriter web = kubelet.start("web", 0, 1);
    receiverProcess.check(ShipperProcess.HOST, web);

    List<LogWriter> moments = new ArrayList<>();
    for (int i = 0; i < MOMENTS; i++) {
      moments.add(kubelet.start("job" + i, 1 + i, 1));
      kubelet.delete("job" + i);
    }

    Await.until(
        ReceiverProcess.PATIENCE,
        () -> shipped(moments) + told() >= MOMENTS,
        () -> "%d came, and %s".formatted(shipped(moments), pipeline.said()));
  }

  /** Losses that are told: of unknown size, or of all bytes of a file that was looked at. */
  private double told() throws Exception {
    return pipeline.metric("all_unknown_losses_total")
        + pipeline.said().lines().filter(line -> OF_KNOWN_SIZE.matcher(line).find()).count();
  }

  private long shipped(List<LogWriter> writers) {
    return writers.stream().filter(one -> isShipped(one.lastLine())).count();
  }

  private boolean isShipped(String line) {
    try {
      return receiverProcess.contains(ShipperProcess.HOST, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
