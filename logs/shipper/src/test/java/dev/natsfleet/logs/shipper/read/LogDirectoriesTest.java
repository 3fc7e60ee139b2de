package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogDirectoriesTest {

  private static final Path PODS = Path.of("/var/log/pods");

  private final LogDirectories directories = new LogDirectories();

  @Test
  void shouldKnowADirectoryUntilItsLastLogIsForgottenAndThatItHadOne() {
    directories.add(PODS.resolve("web/0.log"));
    directories.add(PODS.resolve("web/1.log"));
    directories.remove(PODS.resolve("web/0.log"));
    assertThat(directories.hasLogBelow(PODS)).isTrue();
    assertThat(directories.hasLog(PODS)).isFalse();

    directories.remove(PODS.resolve("web/1.log"));

    assertThat(directories.hasLogBelow(PODS)).isFalse();
    assertThat(directories.hasLog(PODS.resolve("web"))).isTrue();
  }

  @Test
  void shouldForgetTheEldestOfTheDirectoriesThatHadOneFirst() {
    for (int i = 0; i <= 1_000; i++) {
      directories.add(PODS.resolve(i + "/0.log"));
      directories.remove(PODS.resolve(i + "/0.log"));
    }

    assertThat(directories.hasLog(PODS.resolve("0"))).isFalse();
    assertThat(directories.hasLog(PODS.resolve("1"))).isTrue();
    assertThat(directories.hasLog(PODS.resolve("1000"))).isTrue();
  }
}
