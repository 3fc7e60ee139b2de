package dev.natsfleet.checks.tools;

import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One run of {@code tools/tool nats-server}: {@code path} is its standard output, {@code told} its
 * standard error.
 */
record ToolRun(int exit, String path, String told) {

  /** The version of nats-server that tools/versions pins. */
  static String pinned() {
    return SourceTree.ofBuild()
        .text(Path.of("tools/versions"))
        .lines()
        .filter(line -> line.startsWith("nats-server "))
        .map(line -> line.replaceFirst("\\S+ +(\\S+).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  /** Starts a run; its standard error goes to {@code log}. */
  static Process start(Path path, Path cache, String releases, Path log) throws IOException {
    Path tool = SourceTree.ofBuild().root().resolve("tools/tool");
    ProcessBuilder run =
        new ProcessBuilder(tool.toString(), "nats-server").redirectError(log.toFile());
    run.environment()
        .putAll(
            Map.of(
                "PATH",
                path + ":/usr/bin:/bin",
                "NATSFLEET_CACHE",
                cache.toString(),
                "NATSFLEET_RELEASES",
                releases));
    return run.start();
  }

  static ToolRun end(Process process, Path log) throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ToolRun(process.waitFor(), printed.strip(), Files.readString(log));
  }
}
