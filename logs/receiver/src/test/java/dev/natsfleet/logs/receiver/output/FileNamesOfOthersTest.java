package dev.natsfleet.logs.receiver.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retention deletes by name: a name that is not rendered by the pattern is not ours. */
class FileNamesOfOthersTest {

  private static final Path LOGS = Path.of("/logs");

  @ParameterizedTest
  @CsvSource({
    "messages-%d,   messages-22,            true",
    "messages-%d,   messages-22.gz,         true",
    "messages-%d,   messages-22.12,         true",
    "messages-%d,   messages-20261122,      false",
    "messages-%d,   messages-20261122.gz,   false",
    "messages-%d,   messages-39,            false",
    "app-%m,        app-13,                 false",
    "app-%H,        app-24,                 false",
    "app-%Y%m%d,    app-20261122,           true",
    "app-%Y%m%d,    app-2026112,            false",
    "app-%F,        app-2026-11-22,         true",
    "app-%F,        app-20261122,           false",
    "app-%F,        app--,                  false",
    "app-%T,        app-12:00:00,           true",
    "app-%T,        app-12:00,              false",
    "app-%R,        app-12:00,              true",
    "app-%R,        app-:,                  false",
    "app-%j,        app-366,                true",
    "app-%j,        app-36,                 false",
    "app-%y,        app-26,                 true",
    "app-%y,        app-2026,               false",
    "app-%a,        app-Mon,                true",
    "app-%a,        app-current,            false",
    "app-%b,        app-Nov,                true",
    "app-%B,        app-old,                false",
    "app-%p,        app-AM,                 true",
    "app-%p,        app-01,                 false",
    "app-%z,        app-+0130,              true",
    "app-%z,        app-x,                  false",
    "app-%Z,        app-CEST,               true",
    "app-%Z,        app-1.log,              false",
    "app.log.%d,    app.log.1,              false",
    "app.log,       app.log.1,              true",
    "app.log,       app.log.01,             false",
    "app.log,       app.log.0,              false"
  })
  void shouldKnowItsOwnFilesFromThoseOfOthers(String pattern, String name, boolean own) {
    FileNaming naming =
        new FileNaming(Optional.of(LOGS), pattern, Duration.ofDays(1), ZoneOffset.UTC);

    assertThat(naming.isFileOf("web", LOGS.resolve("web").resolve(name))).isEqualTo(own);
  }
}
