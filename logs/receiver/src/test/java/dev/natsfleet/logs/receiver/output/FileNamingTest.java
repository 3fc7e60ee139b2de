package dev.natsfleet.logs.receiver.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileNamingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final FileNaming daily = naming("app.log-%Y%m%d%H%M", Duration.ofDays(1));

  @Test
  void shouldNameTheStartOfTheLocalDay() {
    long period = daily.period(Instant.parse("2026-03-18T22:59:59Z"));

    assertThat(daily.file("Web1", period, 0)).hasToString("/logs/Web1/app.log-202603180000");
    assertThat(daily.file("Web1", period, 2)).hasToString("/logs/Web1/app.log-202603180000.2");
  }

  @Test
  void shouldBeginOnePeriodPerDayWhenClocksChange() {
    long before = daily.period(Instant.parse("2026-10-24T22:30:00Z"));
    long twice = daily.period(Instant.parse("2026-10-25T01:30:00Z"));
    long after = daily.period(Instant.parse("2026-10-25T23:00:00Z"));

    assertThat(twice).isEqualTo(before);
    assertThat(after - before).isEqualTo(Duration.ofDays(1).toSeconds());
  }

  @Test
  void shouldRecogniseFilesOfAllPeriodsAndNoOthers() {
    assertThat(daily.isFileOf("web", Path.of("/logs/web/app.log-202001010000"))).isTrue();
    assertThat(daily.isFileOf("web", Path.of("/logs/web/app.log-202001010000.1.gz"))).isTrue();
    assertThat(daily.isFileOf("web", Path.of("/logs/web/app.log-202001010000.gz.new"))).isFalse();
    assertThat(daily.isFileOf("web", Path.of("/logs/web/other.log"))).isFalse();
    assertThat(daily.isFileOf("web", Path.of("/logs/web/app.log-202001010000.notes"))).isFalse();
    assertThat(daily.isFileOf("web", Path.of("/logs/web/app.log-important"))).isFalse();
    assertThat(daily.isFileOf("web", Path.of("/logs/db/app.log-202001010000"))).isFalse();
  }

  @Test
  void shouldPutAllHostsIntoOneFileWithoutADirectory() {
    FileNaming one =
        new FileNaming(Optional.empty(), "/var/log/all-%Y", Duration.ofDays(1), BERLIN);

    assertThat(one.key("web")).isEqualTo(one.key("db"));
    assertThat(one.file("", one.period(Instant.parse("2026-05-05T00:00:00Z")), 0))
        .hasToString("/var/log/all-2026");
  }

  @Test
  void shouldRefuseAnUnknownConversion() {
    assertThatThrownBy(() -> naming("app-%Q", Duration.ofDays(1))).hasMessageContaining("%Q");
  }

  private static FileNaming naming(String pattern, Duration every) {
    return new FileNaming(Optional.of(Path.of("/logs")), pattern, every, BERLIN);
  }
}
