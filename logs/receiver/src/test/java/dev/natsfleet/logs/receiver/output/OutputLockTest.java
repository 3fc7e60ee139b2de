package dev.natsfleet.logs.receiver.output;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {

  @TempDir Path directory;

  @Test
  void shouldLetReceiversShareADirectoryButNoPartition() throws Exception {
    try (OutputLock one = lock("SHIPPER_COPY=main");
        OutputLock two = lock("SHIPPER_COPY=main")) {
      one.acquire(0);
      one.acquire(0);
      two.acquire(1);

      assertThatThrownBy(() -> two.acquire(0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another receiver writes partition 0 there now")
          .hasMessageContaining("set another SHIPPER_DIRECTORY");
    }
    try (OutputLock next = lock("SHIPPER_COPY=main")) {
      assertThatCode(() -> next.acquire(0)).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldKeepAnotherCopyOutAfterARelease() throws Exception {
    try (OutputLock one = lock("SHIPPER_COPY=main")) {
      one.acquire(0);
    }

    try (OutputLock two = lock("SHIPPER_COPY=audit")) {
      assertThatThrownBy(() -> two.acquire(1))
          .hasMessageContaining("belongs to the streams LOGS, copy main, not LOGS, copy audit");
    }
    try (OutputLock other = lock("SHIPPER_COPY=audit", "SHIPPER_OUTPUT=audit")) {
      assertThatCode(() -> other.acquire(1)).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldGiveAFileOfAllHostsToOneReceiver() throws Exception {
    String all = "SHIPPER_OUTPUT=" + directory.resolve("all-%Y");
    try (OutputLock one = lock("SHIPPER_DIRECTORY=", all);
        OutputLock two = lock("SHIPPER_DIRECTORY=", all)) {
      one.acquire(0);

      assertThatThrownBy(() -> two.acquire(1)).hasMessageContaining("another receiver writes");
    }
  }

  @Test
  void shouldNotWaitForAReceiverThatIsPausedWhileItWritesItsName() throws Exception {
    Path file = directory.resolve(".natsfleet-app-%Y%m%d%H%M");
    try (FileChannel other = FileChannel.open(file, CREATE, WRITE);
        OutputLock one = lock("SHIPPER_COPY=main")) {
      other.lock(1L << 40, 1, false);

      assertThatThrownBy(() -> one.acquire(0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another receiver");
    }
  }

  @Test
  void shouldWriteTheOwnerIntoAFileThatACrashLeftEmpty() throws Exception {
    Files.write(directory.resolve(".natsfleet-app-%Y%m%d%H%M"), new byte[64]);

    try (OutputLock one = lock("SHIPPER_COPY=main")) {
      assertThatCode(() -> one.acquire(0)).doesNotThrowAnyException();
    }
  }

  private OutputLock lock(String... more) throws SettingsException {
    Map<String, String> environment = new HashMap<>();
    environment.put("NATS_URL", "nats://127.0.0.1:4222");
    environment.put("SHIPPER_SUBJECT", "LOGS");
    environment.put("SHIPPER_OUTPUT", "app");
    environment.put("SHIPPER_DIRECTORY", directory.toString());
    environment.put("HOSTNAME", "one");
    for (String setting : more) {
      String[] words = setting.split("=", 2);
      environment.put(words[0], words[1]);
    }
    return ReceiverContext.OutputFiles.of(ReceiverSettings.from(environment)).outputLock();
  }
}
