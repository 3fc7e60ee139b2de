package dev.natsfleet.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.KubeApiServer;
import dev.natsfleet.local.servers.PinnedTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server takes what the chart renders, in namespaces of restricted pod security. */
@Tag("server")
class ChartDryRunTest {

  @TempDir static Path directory;

  private static KubeApiServer api;

  @BeforeAll
  static void start() throws Exception {
    api = KubeApiServer.start(directory);
    for (String namespace : List.of("natsfleet", "orders", "billing")) {
      kubectl("", "create", "namespace", namespace).succeeded();
      kubectl("", "label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted")
          .succeeded();
      kubectl("", "label", "namespace", namespace, "pod-security.kubernetes.io/warn=restricted")
          .succeeded();
    }
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  static List<ValueSet> valueSets() throws IOException {
    return ValueSet.all();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void shouldBeTakenWithoutAWarning(ValueSet set) throws Exception {
    // Given: the Prometheus operator's kinds are not there
    String manifest =
        set.documents().stream()
            .filter(document -> !ValueSet.isKind(document, "ServiceMonitor"))
            .collect(Collectors.joining("---\n"));

    // When
    String output = kubectl(manifest, "apply", "--dry-run=server", "--filename", "-").succeeded();

    // Then
    assertThat(output).contains("deployment.apps/natsfleet created", "pod/natsfleet-test created");
    assertThat(output).doesNotContain("Warning");
  }

  private static HelmCommand.Answer kubectl(String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of(PinnedTool.KUBECTL.path().toString()));
    argv.addAll(List.of("--kubeconfig", api.kubeconfig().toString()));
    argv.addAll(List.of(arguments));
    Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new HelmCommand.Answer(process.waitFor(), output);
  }
}
