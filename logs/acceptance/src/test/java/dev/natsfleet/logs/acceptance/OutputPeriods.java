package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The output files of one host, one for each period; finished ones are packed. */
record OutputPeriods(ReceiverProcess receiverProcess, String host) {

  /** Waits until these files, no more and no less, hold what a writer wrote. */
  void await(LogWriter writer, String... names) throws Exception {
    await(() -> holds(List.of(names), writer.written()), names);
  }

  /** Waits until there are these files only. */
  void awaitOnly(String... names) throws Exception {
    await(() -> names().equals(List.of(names)), names);
  }

  private void await(Callable<Boolean> condition, String... names) throws Exception {
    Await.until(
        ReceiverProcess.PATIENCE,
        condition::call,
        () -> "%s instead of %s; %s".formatted(names(), List.of(names), receiverProcess.log()));
  }

  private boolean holds(List<String> names, byte[] written) throws IOException {
    try {
      return names().equals(names) && Arrays.equals(bytes(names), written);
    } catch (NoSuchFileException e) {
      return false; // it is being packed
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(receiverProcess.output(host))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of(); // nothing is there yet
    }
  }

  private byte[] bytes(List<String> names) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : names) {
      Path file = receiverProcess.output(host).resolve(name);
      try (InputStream in = Files.newInputStream(file)) {
        (name.endsWith(".gz") ? new GZIPInputStream(in) : in).transferTo(all);
      }
    }
    return all.toByteArray();
  }
}
