package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("server")
class LaunchersTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "natsfleet-shipper, shipper.ShipperMain, 32",
    "natsfleet-receiver, receiver.ReceiverMain, 40"
  })
  void shouldStartTheProgramAlsoThroughALink(String name, String main, int heap) throws Exception {
    // Given a java that says how it was started
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Path launcher = Path.of(System.getProperty("natsfleet.root", "")).resolve("logs/bin");
    Path link = Files.createSymbolicLink(home.resolve(name), launcher.resolve(name));

    String said = run(link, "status", "--watch");

    assertThat(said)
        .contains("-XX:+ExitOnOutOfMemoryError", "-Xmx" + heap + "m", "-Dour=own")
        .endsWith("dev.natsfleet.logs." + main + " status --watch\n");
  }

  private String run(Path launcher, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("NATSFLEET_JAVA_OPTIONS", "-Dour=own");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
