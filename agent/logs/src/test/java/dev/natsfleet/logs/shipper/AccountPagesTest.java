package dev.natsfleet.logs.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.account.Page;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Log;
import dev.natsfleet.logs.tail.Spool;
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

class AccountPagesTest {

  private static final int LOGS = 300;
  private static final int ALL = 100;

  @TempDir Path directory;
  private final AccountPages pages = new AccountPages(7);
  private final List<Log> logs = new ArrayList<>();
  private Catalog catalog;

  @BeforeEach
  void open() throws IOException {
    catalog = new Catalog(List.of(), () -> 0, 1, 1, new Spool(Optional.empty(), 0));
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
    Map<Integer, Page> all = pages.due(logs, ALL);
    assertThat(all.values())
        .extracting(page -> page.entries().size())
        .containsExactly(128, 128, 44);
    assertThat(pages.due(logs, ALL)).isEmpty();

    // When
    logs.get(200).counts().lost(12);

    // Then
    Map<Integer, Page> due = pages.due(logs, ALL);
    assertThat(due).containsOnlyKeys(1);
    Page page = due.values().iterator().next();
    assertThat(page.entries().get(200 - 128).bytesLost()).isEqualTo(12);
  }

  @Test
  void shouldTakeTurnsWhenTooManyAreDue() {
    assertThat(pages.due(logs, 2)).containsOnlyKeys(0, 1);
    logs.getFirst().counts().published(1, 1);
    assertThat(pages.due(logs, 1)).containsOnlyKeys(2);
    assertThat(pages.due(logs, 1)).containsOnlyKeys(0);
  }

  @Test
  void shouldEmptyAPageWhoseLogsAreGone() {
    // Given
    pages.due(logs, ALL);

    // When
    Map<Integer, Page> due = pages.due(logs.subList(0, 256), ALL);

    // Then
    assertThat(due).isEqualTo(Map.of(2, new Page(7, List.of())));
    assertThat(pages.due(logs.subList(0, 256), ALL)).isEmpty();
  }

  @Test
  void shouldGiveEverythingAnew() {
    pages.due(logs, ALL);
    pages.again();
    assertThat(pages.due(logs, ALL)).hasSize(3);
  }
}
