package dev.natsfleet.logs.shipper.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.protocol.audit.AuditPage;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.CatalogTimes;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPagerTest {

  private static final int LOGS = 300;
  private static final int ALL = 100;

  @TempDir Path directory;
  private final AuditPager pages = new AuditPager(7);
  private final List<TrackedLog> logs = new ArrayList<>();
  private Catalog catalog;

  @BeforeEach
  void open() throws IOException {
    CatalogTimes times = new CatalogTimes(ProgramClock.system(), 1, 1);
    catalog = new Catalog(List.of(), () -> 0, times, new Spool(Optional.empty(), 0));
    for (int id = 0; id < LOGS; id++) {
      logs.add(catalog.restore(id, directory.resolve("l" + id)));
    }
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void shouldGiveWhatHasChangedOnly() {
    // Given
    Map<Integer, AuditPage> all = pages.due(logs, ALL);
    assertThat(all.values())
        .extracting(auditPage -> auditPage.logAudits().size())
        .containsExactly(128, 128, 44);
    assertThat(pages.due(logs, ALL)).isEmpty();

    // When
    logs.get(200).counters().lost(12);

    // Then
    Map<Integer, AuditPage> due = pages.due(logs, ALL);
    assertThat(due).containsOnlyKeys(1);
    AuditPage auditPage = due.values().iterator().next();
    assertThat(auditPage.logAudits().get(200 - 128).bytesLost()).isEqualTo(12);
  }

  @Test
  void shouldTakeTurnsWhenTooManyAreDue() {
    assertThat(pages.due(logs, 2)).containsOnlyKeys(0, 1);
    logs.getFirst().counters().published(1, 1);
    assertThat(pages.due(logs, 1)).containsOnlyKeys(2);
    assertThat(pages.due(logs, 1)).containsOnlyKeys(0);
  }

  @Test
  void shouldEmptyAPageWhoseLogsAreGone() {
    // Given
    pages.due(logs, ALL);

    // When
    Map<Integer, AuditPage> due = pages.due(logs.subList(0, 256), ALL);

    // Then
    assertThat(due).isEqualTo(Map.of(2, new AuditPage(7, List.of())));
    assertThat(pages.due(logs.subList(0, 256), ALL)).isEmpty();
  }

  @Test
  void shouldGiveEverythingAnew() {
    pages.due(logs, ALL);
    pages.invalidate();
    assertThat(pages.due(logs, ALL)).hasSize(3);
  }
}
