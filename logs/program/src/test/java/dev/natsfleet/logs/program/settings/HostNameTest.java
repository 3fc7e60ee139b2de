package dev.natsfleet.logs.program.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostNameTest {

  @Test
  void shouldTakeTheNameThatResolves() {
    assertThat(PipelineSettings.systemName(() -> "web1.example.net")).isEqualTo("web1.example.net");
  }

  @Test
  void shouldTakeTheKernelsNameWhenItDoesNotResolve() throws IOException {
    String name =
        PipelineSettings.systemName(
            () -> {
              throw new UnknownHostException("web1: Temporary failure in name resolution");
            });

    assertThat(name)
        .isNotEmpty()
        .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
  }
}
