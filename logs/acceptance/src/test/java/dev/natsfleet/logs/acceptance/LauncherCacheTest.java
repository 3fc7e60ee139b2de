package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class LauncherCacheTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", "natsfleet-receiver"})
  void shouldBeUsedByTheProgram(String launcher) throws Exception {
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> !LauncherCache.optionsOf(launcher).isEmpty(),
        () -> "another process does not finish the cache of " + launcher);

    // Given a JVM that refuses to start without a cache that fits
    Map<String, String> environment = Map.of("NATSFLEET_JAVA_OPTIONS", "-XX:AOTMode=on");

    ProgramProcess program =
        new ProgramProcess(launcher, environment, directory.resolve("said"), "--version");

    assertThat(program.process().awaitEnd()).as(program::said).isZero();
  }
}
