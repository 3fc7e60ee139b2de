package dev.natsfleet.logs.program.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultStateDirectoryTest {

  @TempDir Path parent;

  @Test
  void shouldBeOneOfItsOwnForEachProgram() throws Exception {
    assertThat(chosen(ProgramName.SHIPPER)).isEqualTo("natsfleet-shipper");
    assertThat(chosen(ProgramName.RECEIVER)).isEqualTo("natsfleet-receiver");
  }

  @ParameterizedTest
  @CsvSource({
    "SHIPPER, natsfleet-logs/checkpoint",
    "RECEIVER, natsfleet-logs/main/partition-0/journal-0"
  })
  void shouldStayWhereEarlierVersionsHadIt(ProgramName program, String file) throws Exception {
    write(file);

    assertThat(chosen(program)).isEqualTo("natsfleet-logs");
  }

  @Test
  void shouldNotTakeTheOtherProgramsStateForItsOwn() throws Exception {
    write("natsfleet-logs/checkpoint");
    assertThat(chosen(ProgramName.RECEIVER)).isEqualTo("natsfleet-receiver");
  }

  @Test
  void shouldFollowWhatSomebodyMoved() throws Exception {
    write("natsfleet-logs/main/partition-0/journal-0");
    write("natsfleet-receiver/second/partition-12/journal-0");

    assertThat(chosen(ProgramName.RECEIVER)).isEqualTo("natsfleet-receiver");
  }

  @ParameterizedTest
  @CsvSource({"SHIPPER, checkpoint", "RECEIVER, main/partition-0/journal-0"})
  void shouldFindTheStateOfEarlierVersionsBehindALink(ProgramName program, String file)
      throws Exception {
    write("volume/" + file);
    Files.createSymbolicLink(parent.resolve("natsfleet-logs"), parent.resolve("volume"));

    assertThat(chosen(program)).isEqualTo("natsfleet-logs");
  }

  @ParameterizedTest
  @CsvSource({
    "natsfleet-logs/lost+found, natsfleet-logs",
    "natsfleet-logs/other, natsfleet-receiver",
    "natsfleet-receiver, natsfleet-receiver"
  })
  void shouldBeAVolumeThatIsMountedForAProgramWithoutState(Path made, String chosen)
      throws Exception {
    Files.createDirectories(parent.resolve("natsfleet-logs"));
    Files.createDirectories(parent.resolve(made));

    assertThat(chosen(ProgramName.RECEIVER)).isEqualTo(chosen);
  }

  @Test
  void shouldStayWhereTheProgramBeganBeforeItHadState() throws Exception {
    // Given
    write("natsfleet-logs/id");
    write("natsfleet-logs/receiver.sock");

    // Then
    assertThat(chosen(ProgramName.RECEIVER)).isEqualTo("natsfleet-logs");
    assertThat(chosen(ProgramName.SHIPPER)).isEqualTo("natsfleet-shipper");
  }

  private void write(String file) throws Exception {
    Path path = parent.resolve(file);
    Files.createDirectories(path.getParent());
    Files.createFile(path);
  }

  private String chosen(ProgramName program) throws Exception {
    return parent.relativize(new DefaultStateDirectory(program, parent).choose()).toString();
  }
}
