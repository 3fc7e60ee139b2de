package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full stream holds reading back; the lag counts what waits in a rotated file all the same. */
class RotatedSizeTest {

  @TempDir Path directory;

  @Test
  void shouldKnowWhatWasWrittenJustBeforeARotationThatAScanFinds() throws Exception {
    try (CatalogFixture log = new CatalogFixture(directory.resolve("app.log"))) {
      // Given
      log.append("one");
      log.read();

      // When
      log.append("unread");
      log.rotate();
      log.look();

      // Then
      assertThat(log.log().generations().getLast().reads().size())
          .isEqualTo("one\nunread\n".length());
    }
  }
}
