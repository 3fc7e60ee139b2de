package dev.natsfleet.agent.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.crds.schema.AllowedConfigKeys;
import dev.natsfleet.local.servers.PinnedTool;
import dev.natsfleet.values.RecordSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that {@code spec.server.config} may hold, put to the real nats-server. */
@Tag("server")
class AllowedConfigKeysServerTest {

  /** One of these is a value for each key. */
  private static final List<String> VALUES =
      List.of("true", "1", "'1s'", "{}", "[]", "MEMORY", "close");

  private final ServerBinary server = new ServerBinary(PinnedTool.NATS_SERVER.path());

  @TempDir Path directory;

  @Test
  void shouldBeKeysThatNatsServerTakes() {
    // When
    List<String> refused =
        AllowedConfigKeys.all(ServerSpec.fields()).stream()
            .filter(key -> VALUES.stream().noneMatch(value -> isValid(key, value)))
            .toList();

    // Then
    assertThat(refused).isEmpty();
  }

  @Test
  void shouldRefuseWhatNatsServerDoesNotKnow() {
    // Given
    String misspelt = "max_conections";
    ServerSpec spec = RecordSample.copy(ServerSpec.DEFAULTS, Map.of("config", Map.of(misspelt, 1)));

    // When, Then
    assertThat(isValid(misspelt, "1")).isFalse();
    assertThat(spec.problems()).singleElement().asString().contains(misspelt);
  }

  private boolean isValid(String key, String value) {
    try {
      Path config = Files.writeString(directory.resolve("key.conf"), key + ": " + value + "\n");
      return server.check(config) instanceof ServerBinary.CheckResult.Valid;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
