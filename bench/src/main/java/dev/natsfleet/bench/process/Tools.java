package dev.natsfleet.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where programs are. */
public final class Tools {

  private static final Path ROOT = Path.of(System.getProperty("natsfleet.root", ".")).normalize();

  private Tools() {}

  /** A pinned tool, as {@code tools/tool} finds it. */
  public static String tool(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(ROOT.resolve("tools/tool").toString(), name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("tools/tool " + name + " gives no " + name);
    }
    return path.strip();
  }

  /** A launcher of the log pipeline. */
  public static String launcher(String name) {
    return ROOT.resolve("agent/logs/bin").resolve(name).toString();
  }

  /** A directory for everything that benchmarks write. */
  public static Path scratch() {
    return ROOT.resolve("bench/target/run").toAbsolutePath().normalize();
  }
}
