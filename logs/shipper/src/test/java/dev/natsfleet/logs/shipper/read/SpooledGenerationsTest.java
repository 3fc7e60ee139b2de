package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.natsfleet.logs.shipper.files.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SpooledGenerationsTest {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SpooledGenerations.class);

  @TempDir Path directory;
  private Path links;
  private CatalogFixture log;
  private SpooledGenerations spool;

  @BeforeEach
  void start() throws Exception {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    links = directory.resolve("spool");
    spool = new SpooledGenerations(new Spool(Optional.of(links), 1 << 20));
    Files.delete(links.resolve(".natsfleet-spool"));
    Files.delete(links); // somebody has removed it
    log = new CatalogFixture(directory.resolve("app.log"));
    log.append("one");
    log.look();
    log.rotate();
    log.append("two");
    log.look();
  }

  @AfterEach
  void end() throws Exception {
    logger.detachAppender(lines);
    logger.setLevel(null);
    log.close();
  }

  @Test
  void shouldSayOnceThatAFileCannotBeLinkedAndOnceThatItIs() throws Exception {
    // Given
    Generation rotated = log.log().generations().getFirst();

    // When
    spool.keep(rotated);
    log.rotate();
    log.look();
    spool.keep(rotated);
    Files.createDirectory(links);
    spool.keep(rotated);

    // Then
    assertThat(lines.list)
        .extracting(line -> line.getLevel() + " " + line.getKeyValuePairs().getFirst().value)
        .containsExactly(
            "WARN " + log.log().path() + ", generation " + rotated.number(),
            "INFO " + log.log().path() + ", generation " + rotated.number());
  }

  @Test
  void shouldSayNothingMoreOfAFileThatIsStored() throws Exception {
    // Given
    Generation rotated = log.log().generations().getFirst();
    spool.keep(rotated);
    Files.createDirectory(links);

    // When
    spool.sweep(List::of);
    spool.keep(rotated);

    // Then
    assertThat(lines.list).hasSize(1);
  }
}
