package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something that is no file has a name that a pattern finds. */
class SpecialFileTest {

  @TempDir Path directory;

  @Test
  void shouldTellThatADirectoryIsNamedInPlaceOfAFile() throws Exception {
    assertThat(failing(directory.toString())).containsExactly(directory);
  }

  @Test
  void shouldTellThatASocketMatchesAPattern() throws Exception {
    Path path = directory.resolve("app.log");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));

      assertThat(failing(directory + "/*.log")).containsExactly(path);
    }
  }

  @Test
  void shouldTellNothingOfADirectoryThatAPatternMatches() throws Exception {
    Files.createDirectory(directory.resolve("app.log"));

    assertThat(failing(directory + "/*.log")).isEmpty();
  }

  private static List<Object> failing(String pattern) throws Exception {
    ProgramClock clock = ProgramClock.system();
    try (Catalog catalog =
        new Catalog(
            List.of(pattern),
            new AtomicLong()::incrementAndGet,
            new CatalogTimes(clock, 1, 1),
            new Spool(Optional.empty(), 0))) {
      catalog.refresh(0, clock.nanos());
      assertThat(catalog.logs()).isEmpty();
      return List.copyOf(catalog.failing());
    }
  }
}
