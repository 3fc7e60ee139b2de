package dev.natsfleet.logs.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.account.Entry.Extent;
import io.nats.client.support.JsonParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTextTest {

  @Test
  void shouldReadWhatItWrote() throws JsonParseException {
    // Given
    Head head = new Head("web1", 1_700_000_000.25, 1_700_000_009.5, 3, 1L << 40, 7, 0, 2);
    Entry entry =
        new Entry(Long.MAX_VALUE, "/a \"b\"\\\u00e9", 5, List.of(new Extent(1, 2, 3)), 4, 6);
    Page page = new Page(1_700_000_000.25, List.of(entry));

    // Then
    assertThat(AccountText.head(AccountText.of(head))).isEqualTo(head);
    assertThat(AccountText.page(AccountText.of(page))).isEqualTo(page);
  }

  @Test
  void shouldFindItsKeysAgain() {
    for (int page : new int[] {AccountKey.HEAD, 0, 17}) {
      AccountKey key = new AccountKey(3, page, "web1.3.example.net");
      assertThat(AccountKey.parse(key.text())).contains(key);
    }
    assertThat(AccountKey.parse("lease.main.3")).isEmpty();
  }
}
