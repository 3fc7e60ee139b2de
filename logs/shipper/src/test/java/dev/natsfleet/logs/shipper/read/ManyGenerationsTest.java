package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log with a long past. */
class ManyGenerationsTest {

  @TempDir Path directory;
  private CatalogFixture log;

  @BeforeEach
  void start() throws Exception {
    log = new CatalogFixture(directory.resolve("app.log"));
    log.append("0");
    log.read();
  }

  @AfterEach
  void end() throws Exception {
    log.close();
  }

  @Test
  void shouldReadFortyGenerationsOfAnOutageInOrderAndKeepFew() throws Exception {
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      log.rotate();
      log.append("line " + i);
      expected.append("line ").append(i).append('\n');
    }
    for (int i = 4; i <= 40; i++) {
      log.pack(i);
    }
    log.restart(UnaryOperator.identity());

    assertThat(log.read()).isEqualTo(expected.toString());

    log.append("end");
    assertThat(log.read()).isEqualTo("end\n");
    assertThat(log.log().generations()).hasSizeLessThan(10);
  }

  @Test
  void shouldReadOnInOldGenerationsThatGrewDuringAnOutage() throws Exception {
    rotateAndRead(5);
    CatalogFixture.append(log.numbered(4), "late 1");
    CatalogFixture.append(log.numbered(2), "late 3");
    log.pack(4);
    log.rotate();
    log.append("6");
    log.restart(UnaryOperator.identity());

    assertThat(log.read() + log.read()).isEqualTo("late 1\nlate 3\n6\n");
  }

  @Test
  void shouldReadRememberedGenerationsAgainThatTheStreamHasNot() throws Exception {
    rotateAndRead(5);
    log.rotate();
    log.append("6");
    log.restart(one -> one.number() > 2 ? ModifiedCheckpoint.unstored(one) : one);

    assertThat(log.read()).isEqualTo("2\n3\n4\n5\n6\n");
  }

  private void rotateAndRead(int last) throws Exception {
    for (int i = 1; i <= last; i++) {
      log.rotate();
      log.append(String.valueOf(i));
      assertThat(log.read()).isEqualTo(i + "\n");
    }
  }
}
