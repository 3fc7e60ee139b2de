package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.account.AccountText;
import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private final Accounts accounts = new Accounts(3);

  @Test
  void shouldLeaveOutPagesOfAnEarlierRun() {
    accounts.take("p0.0.web", AccountText.of(page(1, 5)));
    accounts.take("p0.1.web", AccountText.of(page(2, 6)));
    accounts.take("p0.head.web", head(2));

    assertThat(web().entries()).extracting(Entry::log).containsExactly(6L);
  }

  @Test
  void shouldHaveNoAccountOfAHostWithTooManyLogs() {
    accounts.take("p0.head.web", head(1));
    accounts.take("p0.0.web", AccountText.of(page(1, 1, 2)));
    accounts.take("p0.0.web", AccountText.of(page(1, 1, 2, 3)));
    assertThat(web().head()).isPresent();

    accounts.take("p0.1.web", AccountText.of(page(1, 4)));

    assertThat(web().head()).isEmpty();
    assertThat(web().entries()).isEmpty();
  }

  @Test
  void shouldIgnoreWhatIsNoAccount() {
    accounts.take("something", new byte[0]);
    accounts.take("p0.head.web", "{".getBytes(StandardCharsets.US_ASCII));

    assertThat(accounts.of(0).values()).allMatch(one -> one.head().isEmpty());
  }

  @Test
  void shouldForgetAPartitionThatIsGiven() {
    accounts.take("p3.head.web", head(1));
    accounts.forget(3);

    assertThat(accounts.of(3)).isEmpty();
  }

  private Accounts.Account web() {
    return Objects.requireNonNull(accounts.of(0).get("web"));
  }

  private static byte[] head(double started) {
    return AccountText.of(new Head("web", started, started, 1, 0, 0, 0, 0));
  }

  private static Page page(double started, long... logs) {
    List<Entry> entries =
        LongStream.of(logs).mapToObj(log -> new Entry(log, "", 0, List.of(), 0, 0)).toList();
    return new Page(started, entries);
  }
}
