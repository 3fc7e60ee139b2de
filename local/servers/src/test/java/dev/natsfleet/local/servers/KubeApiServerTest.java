package dev.natsfleet.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class KubeApiServerTest {

  @TempDir Path directory;

  @Test
  void shouldServeKubectlAndLeaveNoProcess() throws Exception {
    // Given
    KubeApiServer server = KubeApiServer.start(directory);

    // When
    String names = kubectl(server, "get", "namespaces", "-o", "name");
    server.close();

    // Then
    assertThat(names).contains("namespace/default");
    assertThat(server.process().process().isAlive()).isFalse();
  }

  @Test
  void shouldRunTwiceSideBySide() throws Exception {
    // Given
    try (KubeApiServer one = KubeApiServer.start(directory.resolve("one"));
        KubeApiServer two = KubeApiServer.start(directory.resolve("two"))) {

      // When
      kubectl(one, "create", "namespace", "only-here");

      // Then
      assertThat(kubectl(one, "get", "namespaces", "-o", "name")).contains("only-here");
      assertThat(kubectl(two, "get", "namespaces", "-o", "name")).doesNotContain("only-here");
    }
  }

  private static String kubectl(KubeApiServer server, String... arguments) throws Exception {
    List<String> argv = new ArrayList<>();
    argv.add(PinnedTool.KUBECTL.path().toString());
    argv.add("--kubeconfig=" + server.kubeconfig());
    argv.addAll(List.of(arguments));
    Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
