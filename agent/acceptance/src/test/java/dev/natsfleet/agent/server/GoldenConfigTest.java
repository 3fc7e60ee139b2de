package dev.natsfleet.agent.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.PinnedTool;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations that agent/core's tests expect are ones that the real nats-server takes. */
@Tag("server")
class GoldenConfigTest {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("natsfleet.root"),
          "agent/core/src/test/resources/dev/natsfleet/agent/config");

  private final ServerBinary server = new ServerBinary(PinnedTool.NATS_SERVER.path());

  @ParameterizedTest
  @ValueSource(strings = {"alone.conf", "peers.conf"})
  void shouldBeValid(String name) {
    assertThat(server.check(GOLDEN.resolve(name)))
        .isInstanceOf(ServerBinary.CheckResult.Valid.class);
  }
}
