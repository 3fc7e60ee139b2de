package dev.natsfleet.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A pinned program that the repository's {@code tools/tool} finds, downloads or builds. */
public enum PinnedTool {
  ETCD("etcd"),
  KUBE_APISERVER("kube-apiserver"),
  KUBECTL("kubectl"),
  HELM("helm"),
  NATS_SERVER("nats-server"),
  NATS("nats"),
  AWS("aws"),
  MOTO_SERVER("moto_server");

  private static final Map<PinnedTool, Path> RESOLVED = new ConcurrentHashMap<>();

  private final String program;

  PinnedTool(String program) {
    this.program = program;
  }

  /**
   * The path of the program. The first call may take minutes; it then shows its progress on
   * standard error.
   *
   * @throws IllegalStateException if the program can neither be found nor built
   */
  public Path path() {
    return RESOLVED.computeIfAbsent(this, PinnedTool::resolve);
  }

  private Path resolve() {
    Path script = Path.of(System.getProperty("natsfleet.root", "."), "tools", "tool");
    try {
      Process process =
          new ProcessBuilder(script.toString(), program)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String path = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + " " + program + " failed: see standard error");
      }
      return Path.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(script + " " + program + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + program + " was resolved", e);
    }
  }
}
