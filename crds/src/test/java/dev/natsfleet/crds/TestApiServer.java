package dev.natsfleet.crds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natsfleet.local.servers.KubeApiServer;
import dev.natsfleet.local.servers.PinnedTool;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real API server with the committed CRD: one for all tests, which ends with the process. */
final class TestApiServer {

  static final Path ROOT = Path.of(System.getProperty("natsfleet.root"));
  static final Path CRD = ROOT.resolve("crds/generated/natsclusters.natsfleet.dev-v1.yml");
  static final Path EXAMPLE = ROOT.resolve("examples/nats-cluster.yaml");

  private static final Path KUBECONFIG = startServer().kubeconfig();
  private static final KubernetesClient CLIENT = connect();

  private TestApiServer() {}

  static KubernetesClient client() {
    return CLIENT;
  }

  /** What kubectl prints, standard output and standard error together. */
  static Said kubectl(String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(PinnedTool.KUBECTL.path().toString());
    argv.add("--kubeconfig=" + KUBECONFIG);
    argv.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KubeApiServer startServer() {
    try {
      Path target = Files.createDirectories(ROOT.resolve("crds/target"));
      return KubeApiServer.start(Files.createTempDirectory(target, "api-server-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KubernetesClient connect() {
    kubectl("create", "-f", CRD.toString()).orThrow();
    kubectl("wait", "--for=condition=Established", "--timeout=60s", "-f", CRD.toString()).orThrow();
    Config config = Config.fromKubeconfig(KUBECONFIG.toFile());
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** The output of a command, and its exit code. */
  record Said(int exitCode, String text) {

    void orThrow() {
      if (exitCode != 0) {
        throw new IllegalStateException(text);
      }
    }
  }
}
