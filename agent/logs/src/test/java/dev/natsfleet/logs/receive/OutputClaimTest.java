package dev.natsfleet.logs.receive;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputClaimTest {

  @TempDir Path directory;

  @Test
  void shouldLetReceiversShareADirectoryButNoPartition() throws Exception {
    try (OutputClaim one = claim("SHIPPER_COPY=main");
        OutputClaim two = claim("SHIPPER_COPY=main")) {
      one.take(0);
      one.take(0);
      two.take(1);

      assertThatThrownBy(() -> two.take(0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another receiver writes partition 0 there now")
          .hasMessageContaining("set another SHIPPER_DIRECTORY");
    }
    try (OutputClaim next = claim("SHIPPER_COPY=main")) {
      assertThatCode(() -> next.take(0)).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldKeepAnotherCopyOutAlsoLater() throws Exception {
    try (OutputClaim one = claim("SHIPPER_COPY=main")) {
      one.take(0);
    }

    try (OutputClaim two = claim("SHIPPER_COPY=audit")) {
      assertThatThrownBy(() -> two.take(1))
          .hasMessageContaining("belongs to the streams LOGS, copy main, not LOGS, copy audit");
    }
    try (OutputClaim other = claim("SHIPPER_COPY=audit", "SHIPPER_OUTPUT=audit")) {
      assertThatCode(() -> other.take(1)).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldGiveAFileOfAllHostsToOneReceiver() throws Exception {
    String all = "SHIPPER_OUTPUT=" + directory.resolve("all-%Y");
    try (OutputClaim one = claim("SHIPPER_DIRECTORY=", all);
        OutputClaim two = claim("SHIPPER_DIRECTORY=", all)) {
      one.take(0);

      assertThatThrownBy(() -> two.take(1)).hasMessageContaining("another receiver writes");
    }
  }

  @Test
  void shouldWaitForNobodyWhoStandsStillWhileHeNamesIt() throws Exception {
    Path file = directory.resolve(".natsfleet-app-%Y%m%d%H%M");
    try (FileChannel other = FileChannel.open(file, CREATE, WRITE);
        OutputClaim one = claim("SHIPPER_COPY=main")) {
      other.lock(1L << 40, 1, false);

      assertThatThrownBy(() -> one.take(0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another receiver");
    }
  }

  @Test
  void shouldNameWhatACrashHasLeftWithoutAName() throws Exception {
    Files.write(directory.resolve(".natsfleet-app-%Y%m%d%H%M"), new byte[64]);

    try (OutputClaim one = claim("SHIPPER_COPY=main")) {
      assertThatCode(() -> one.take(0)).doesNotThrowAnyException();
    }
  }

  private OutputClaim claim(String... more) throws SettingsException {
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
    return Setting.Files.of(ReceiverSettings.from(environment)).claim();
  }
}
