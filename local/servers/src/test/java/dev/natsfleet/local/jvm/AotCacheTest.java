package dev.natsfleet.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir private Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = Files.createDirectory(directory.resolve("classes"));
    compile("first");
  }

  @Test
  void shouldBeWrittenByTheFirstStartAndUsedByTheNext() {
    // Given
    AotCache cache = cache();

    // When
    String first = run(cache.program().command());

    // Then
    assertThat(first).contains("first");
    assertThat(cache.file()).exists();
    assertThat(run(cache.strictCommand())).contains("first");
    assertThat(cache.program().flags()).contains("-XX:AOTCache=" + cache.file());
  }

  @Test
  void shouldBeRecordedByOneProcessAtATime() {
    // Given
    AotCache cache = cache();

    // When
    JavaProgram first = cache.program();
    JavaProgram second = cache.program();

    // Then
    assertThat(first.flags()).contains("-XX:AOTCacheOutput=" + cache.file());
    assertThat(second.flags()).noneMatch(flag -> flag.contains("AOT"));
  }

  @Test
  void shouldBeRecordedAgainWhenTheRecordingWasKilled() throws IOException {
    // Given
    AotCache cache = cache();
    Files.createFile(cache.file());
    Files.createFile(cache.file().resolveSibling(cache.file().getFileName() + ".config"));

    // When
    run(cache.program().command());

    // Then
    assertThat(run(cache.strictCommand())).contains("first");
    assertThat(cache.program().flags()).contains("-XX:AOTCache=" + cache.file());
  }

  @Test
  void shouldNotBeUsedAfterAClassHasChanged() throws IOException {
    // Given
    AotCache stale = cache();
    run(stale.program().command());

    // When
    compile("second");
    AotCache fresh = cache();

    // Then
    assertThat(fresh.file()).isNotEqualTo(stale.file()).doesNotExist();
    assertThat(run(fresh.program().command())).contains("second");
  }

  @Test
  void shouldNotBeUsedAfterALauncherHasChanged() throws IOException {
    Path launcher = Files.writeString(directory.resolve("launch.bash"), "java -Xmx1m");
    AotCache before = cache(launcher);
    Files.writeString(launcher, "java -Xmx2m");

    assertThat(cache(launcher).file()).isNotEqualTo(before.file());
  }

  private AotCache cache(Path... launchers) {
    ClassPath path = new ClassPath(List.of(classes));
    return AotCache.of(
        new JavaProgram("Hello", path, List.of("-XX:+UseSerialGC")),
        directory.resolve("aot"),
        launchers);
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void compile(String says) throws IOException {
    Path source = directory.resolve("Hello.java");
    Files.writeString(
        source,
        "public class Hello { public static void main(String[] a) { IO.println(\""
            + says
            + "\"); } }");
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", classes.toString(), source.toString());
    assertThat(code).isZero();
  }
}
