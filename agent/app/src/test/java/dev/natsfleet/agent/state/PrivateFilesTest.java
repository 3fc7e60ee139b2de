package dev.natsfleet.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

  @TempDir Path home;

  @Test
  void shouldCloseTheDirectoryThatSystemdHasMade() throws IOException {
    // Given
    Path directory = openDirectory("natsfleet");

    // When
    PrivateFiles.makeDirectory(directory);

    // Then
    assertThat(mode(directory)).isEqualTo("rwx------");
  }

  @Test
  void shouldCloseTheDirectoryOfAnEarlierAgent() throws IOException {
    // Given
    Path directory = openDirectory("natsfleet");
    Files.writeString(directory.resolve("agent.lock"), "");
    Files.writeString(directory.resolve("agent.json"), "{}");

    // When
    PrivateFiles.makeDirectory(directory);

    // Then
    assertThat(mode(directory)).isEqualTo("rwx------");
  }

  @Test
  void shouldLeaveADirectoryOpenThatIsNotTheAgents() throws IOException {
    // Given
    Path directory = openDirectory("var");
    Files.writeString(directory.resolve("something"), "");

    // When
    PrivateFiles.makeDirectory(directory);

    // Then
    assertThat(mode(directory)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void shouldReplaceAFileThatOthersCouldRead() throws IOException {
    // Given
    Path file = Files.writeString(home.resolve("nats-server.conf"), "old");
    Files.writeString(home.resolve("nats-server.conf.tmp"), "of a writer that was killed");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    // When
    PrivateFiles.replace(file, "new");

    // Then
    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void shouldKeepWhatAFileHolds() throws IOException {
    // Given
    Path file = home.resolve("nats-server.out");

    // When
    PrivateFiles.makeFile(file);
    Files.writeString(file, "output");
    PrivateFiles.makeFile(file);

    // Then
    assertThat(file).hasContent("output");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  private Path openDirectory(String name) throws IOException {
    Path directory = Files.createDirectory(home.resolve(name));
    return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
