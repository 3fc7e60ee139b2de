package dev.natsfleet.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natsfleet.local.servers.PinnedTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pinned helm, on the chart of this repository. */
final class HelmCommand {

  static final Path ROOT = Path.of(System.getProperty("natsfleet.root"));
  static final Path CHART = ROOT.resolve("helm/natsfleet");

  private HelmCommand() {}

  /**
   * What a program answered.
   *
   * @param output standard output and standard error
   */
  record Answer(int exitCode, String output) {

    /** The output of a program that must have succeeded. */
    String succeeded() {
      if (exitCode != 0) {
        throw new IllegalStateException(output);
      }
      return output;
    }
  }

  /** {@code helm template} of a release that is called natsfleet, in the namespace natsfleet. */
  static Answer template(String... options) throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("template", "natsfleet", CHART.toString()));
    argv.addAll(List.of("--namespace", "natsfleet"));
    argv.addAll(List.of(options));
    return run(argv);
  }

  static Answer lint(Path values) throws IOException, InterruptedException {
    return run(List.of("lint", "--strict", CHART.toString(), "--values", values.toString()));
  }

  private static Answer run(List<String> arguments) throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of(PinnedTool.HELM.path().toString()));
    argv.addAll(arguments);
    Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), output);
  }
}
