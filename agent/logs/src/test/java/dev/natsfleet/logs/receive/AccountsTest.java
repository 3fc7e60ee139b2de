package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.account.AccountText;
import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private final Accounts accounts = new Accounts(3);
  private long now = System.nanoTime();

  @BeforeEach
  void follow() {
    accounts.follow(0);
    accounts.follow(3);
  }

  @Test
  void shouldLeaveOutPagesOfAnEarlierRun() {
    take("p0.0.web", AccountText.of(page(1, 5)));
    take("p0.1.web", AccountText.of(page(2, 6)));
    take("p0.head.web", head(2));

    assertThat(web().entries()).extracting(Entry::log).containsExactly(6L);
  }

  @Test
  void shouldHaveNoAccountOfAHostWithTooManyLogs() {
    take("p0.head.web", head(1));
    take("p0.0.web", AccountText.of(page(1, 1, 2)));
    take("p0.0.web", AccountText.of(page(1, 1, 2, 3)));
    assertThat(web().head()).isPresent();

    take("p0.1.web", AccountText.of(page(1, 4)));

    assertThat(web().head()).isEmpty();
    assertThat(web().entries()).isEmpty();
  }

  @Test
  void shouldIgnoreWhatIsNoAccount() {
    take("something", new byte[0]);
    take("p0.head.web", "{".getBytes(StandardCharsets.US_ASCII));

    assertThat(accounts.of(0).values()).allMatch(one -> one.head().isEmpty());
  }

  @Test
  void shouldForgetAPartitionThatIsGiven() {
    take("p3.head.web", head(1));
    accounts.forget(3);

    assertThat(accounts.of(3)).isEmpty();
  }

  @Test
  void shouldIgnoreALateWordOnAPartitionThatIsGiven() {
    accounts.forget(3);
    take("p3.head.web", head(1));

    assertThat(accounts.of(3)).isEmpty();
  }

  @Test
  void shouldForgetADeadShipperAndHaveRoomForOthers() {
    // Given
    take("p0.head.dead", head(1));
    take("p0.0.dead", AccountText.of(page(1, 1, 2, 3)));
    take("p0.head.web", head(1));
    take("p0.0.web", AccountText.of(page(1, 4)));
    assertThat(web().head()).isEmpty();

    // When
    now += Duration.ofHours(24).toNanos();
    take("p0.head.web", head(1));
    now += Duration.ofHours(2).toNanos();
    accounts.expire(now);
    take("p0.0.web", AccountText.of(page(1, 4)));

    // Then
    assertThat(accounts.of(0)).containsOnlyKeys("web");
    assertThat(web().head()).isPresent();
    assertThat(accounts.logs(0)).containsExactly(4L);
  }

  private void take(String key, byte[] text) {
    accounts.take(key, text, now);
  }

  private Account web() {
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
