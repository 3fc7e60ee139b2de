package dev.natsfleet.checks.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class ToolTest {
  private static final String VERSION = ToolRun.pinned();
  private static final String WRONG_SUM = "0".repeat(64);
  private static final String NO_HOST = "http://127.0.0.1:1";

  @TempDir private Path directory;
  private Path bin;
  private Path cache;

  @BeforeEach
  void hideWhatThisMachineHas() throws IOException {
    bin = Files.createDirectory(directory.resolve("bin"));
    cache = directory.resolve("cache");
    program(bin.resolve("go"), "echo 'no Go in this test' >&2; exit 1");
    server(bin.resolve("nats-server"), VERSION + "0");
  }

  @Test
  void shouldTakeThePinnedVersionFromPath() throws Exception {
    // Given
    Path found = server(bin.resolve("nats-server"), VERSION);

    // When / Then
    assertThat(run(NO_HOST)).isEqualTo(new ToolRun(0, found.toString(), ""));
  }

  @Test
  void shouldPassOverAnotherVersionOnPath() throws Exception {
    // Given: the setup puts one with a digit more on PATH
    Path cached = server(cached(), VERSION);

    // When / Then
    assertThat(run(NO_HOST)).isEqualTo(new ToolRun(0, cached.toString(), ""));
  }

  @Test
  void shouldDoNothingWhenTheCacheHasIt() throws Exception {
    // Given
    Path cached = server(cached(), VERSION);
    List<Path> before = everything();
    try (ReleaseHost host = ReleaseHost.serving(archive(VERSION), WRONG_SUM)) {

      // When
      ToolRun run = run(host.address());

      // Then
      assertThat(run).isEqualTo(new ToolRun(0, cached.toString(), ""));
      assertThat(host.asked()).isEmpty();
      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test
  void shouldInstallAReleaseWhoseChecksumIsRight() throws Exception {
    // Given
    byte[] archive = archive(VERSION);
    try (ReleaseHost host = ReleaseHost.serving(archive, ReleaseHost.sha256(archive))) {

      // When
      ToolRun run = run(host.address());

      // Then
      assertThat(run.exit()).as(run.told()).isZero();
      assertThat(run.path()).isEqualTo(cached().toString());
      assertThat(cached()).isExecutable();
      assertThat(run.told()).contains("official release", "ready after");
    }
  }

  @Test
  void shouldRefuseAReleaseWhoseChecksumIsWrong() throws Exception {
    // Given
    try (ReleaseHost host = ReleaseHost.serving(archive(VERSION), WRONG_SUM)) {

      // When
      ToolRun run = run(host.address());

      // Then
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.path()).isEmpty();
      assertThat(run.told()).contains("the published checksum is " + WRONG_SUM + ": refused");
      assertThat(cached()).doesNotExist();
    }
  }

  @Test
  void shouldRefuseAReleaseOfAnotherVersion() throws Exception {
    // Given
    byte[] archive = archive("9.9.9");
    try (ReleaseHost host = ReleaseHost.serving(archive, ReleaseHost.sha256(archive))) {

      // When
      ToolRun run = run(host.address());

      // Then
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.told())
          .contains("does not say that it is version " + VERSION + ": nats-server: v9.9.9");
      assertThat(cached()).doesNotExist();
    }
  }

  @Test
  void shouldNameTheFourWaysWhenNoneWorks() throws Exception {
    // When
    ToolRun run = run(NO_HOST);

    // Then
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.told())
        .contains(
            "1. PATH", "2. cache", "3. official release", "4. Go build", "no Go in this test");
  }

  @Test
  void shouldNotAskAHostAgainThatDidNotAnswer() throws Exception {
    // Given
    run(NO_HOST);

    // When
    ToolRun second = run(NO_HOST);

    // Then
    assertThat(second.told()).contains("not asked again for half an hour").doesNotContain("curl:");
  }

  @Test
  void shouldFetchOnceForCallersInParallel() throws Exception {
    // Given
    byte[] archive = archive(VERSION);
    try (ReleaseHost host = ReleaseHost.serving(archive, ReleaseHost.sha256(archive))) {

      // When
      Process one = ToolRun.start(bin, cache, host.address(), directory.resolve("one"));
      Process two = ToolRun.start(bin, cache, host.address(), directory.resolve("two"));

      // Then
      assertThat(ToolRun.end(one, directory.resolve("one")).path()).isEqualTo(cached().toString());
      assertThat(ToolRun.end(two, directory.resolve("two")).path()).isEqualTo(cached().toString());
      assertThat(host.asked()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  private ToolRun run(String releases) throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    return ToolRun.end(ToolRun.start(bin, cache, releases, log), log);
  }

  private Path cached() {
    return cache.resolve("tools/nats-server-" + VERSION + "/nats-server");
  }

  private List<Path> everything() throws IOException {
    try (var files = Files.walk(cache)) {
      return files.sorted().toList();
    }
  }

  /** A release archive whose program says it is this version. */
  private byte[] archive(String version) throws Exception {
    for (String architecture : List.of("amd64", "arm64")) {
      server(
          directory.resolve(
              "release/nats-server-v" + VERSION + "-linux-" + architecture + "/nats-server"),
          version);
    }
    Path archive = directory.resolve("release.tar.gz");
    Process tar =
        new ProcessBuilder(
                "tar",
                "-czf",
                archive.toString(),
                "-C",
                directory.resolve("release").toString(),
                ".")
            .start();
    assertThat(tar.waitFor()).isZero();
    return Files.readAllBytes(archive);
  }

  private static Path server(Path file, String version) throws IOException {
    return program(file, "echo 'nats-server: v" + version + "'");
  }

  private static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
