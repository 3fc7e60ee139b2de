package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through which directories a pattern may lead. */
class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "/srv/**, /srv, true",
    "/srv/**, /srv/a, true",
    "/srv/**, /srv/a/b/c, true",
    "/srv/**, /other, false",
    "/var/log/**.log, /var/log/app, true",
    "/var/log/**.log, /var/log/app/day, true",
    "/var/log/**.log, /var/lib, false",
    "/var/**/app.log, /var/a/b, true",
    "/var/log/*.log, /var/log, true",
    "/var/log/*.log, /var/log/app, false",
    "/var/log/*/*.log, /var/log/app, true",
    "/var/log/*/*.log, /var/log/app/day, false",
    "/var/log/a*/*.log, /var/log/app, true",
    "/var/log/a*/*.log, /var/log/web, false",
    "/var/log/app.log, /var/log, true",
    "/var/log/app.log, /var/log/app.log, false",
    "/**, /, true",
    "/**, /a/b, true",
  })
  void shouldKnowThroughWhichDirectoriesItLeads(String pattern, Path directory, boolean leads) {
    assertThat(Glob.parse(pattern).mayLeadThrough(directory)).isEqualTo(leads);
  }
}
