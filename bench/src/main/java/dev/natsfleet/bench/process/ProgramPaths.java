package dev.natsfleet.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Locates programs and directories of the repository. */
public final class ProgramPaths {

  private static final Path ROOT = Path.of(System.getProperty("natsfleet.root", ".")).normalize();

  private ProgramPaths() {}

  /** The path of a pinned tool, resolved by {@code tools/tool}. */
  public static String tool(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(ROOT.resolve("tools/tool").toString(), name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("tools/tool " + name + " printed no path of " + name);
    }
    return path.strip();
  }

  /** The path of a launcher of the log pipeline. */
  public static String launcher(String name) {
    return ROOT.resolve("logs/bin").resolve(name).toString();
  }

  /** The directory for everything that benchmarks write. */
  public static Path scratch() {
    return ROOT.resolve("bench/target/run").toAbsolutePath().normalize();
  }
}
