package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code /var/log/containers/*.log}: links to files under {@code /var/log/pods}, which the kubelet
 * renames there.
 */
@Tag("server")
class KubernetesLogsTest {

  @TempDir Path directory;
  private Path containers;
  private Pipeline pipeline;
  private ReceiverProcess receiverProcess;

  @BeforeEach
  void start() throws Exception {
    containers = Files.createDirectories(directory.resolve("containers"));
    pipeline = new Pipeline(directory, "SHIPPER_FILE=" + containers + "/*.log");
    receiverProcess = pipeline.receiving("one");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipWhatTheKubeletRotatesAndPodsThatLiveForAMoment() throws Exception {
    LogWriter web = container("web");
    web.lines(100);
    LogWriter moment = container("job");
    moment.lines(5);
    receiverProcess.check(ShipperProcess.HOST, web, moment);
    Files.delete(containers.resolve("job.log"));
    Files.delete(moment.file());

    for (int i = 0; i < 3; i++) {
      web.lines(50);
      Files.move(web.file(), web.file().resolveSibling("web.log.20261129-10150" + i));
      web.lines(50);
    }

    receiverProcess.check(ShipperProcess.HOST, web, moment);
  }

  private LogWriter container(String name) throws Exception {
    Path pod = Files.createDirectories(directory.resolve("pods/shop_" + name + "_1/" + name));
    LogWriter writer = new LogWriter(pod.resolve(name + ".log"), name.hashCode());
    writer.lines(1);
    Files.createSymbolicLink(containers.resolve(name + ".log"), writer.file());
    return writer;
  }
}
