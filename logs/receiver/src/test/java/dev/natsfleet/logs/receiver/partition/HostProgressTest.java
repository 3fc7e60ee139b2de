package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostProgressTest {

  private final HostProgress progress = new HostProgress(0);

  @Test
  void shouldPurgeNothingBeforeAMessageWasReceived() {
    assertThat(progress.nextPurge(100)).isEmpty();
  }

  @Test
  void shouldKeepTheLastMessageThatWasReceived() {
    progress.received(7);

    assertThat(progress.nextPurge(100)).hasValue(7);
  }

  @Test
  void shouldKeepWhatAnotherCopyHasNotCommitted() {
    progress.received(7);

    assertThat(progress.nextPurge(4)).hasValue(5);
    assertThat(progress.nextPurge(0)).isEmpty();
  }

  @Test
  void shouldPurgeNothingTwice() {
    progress.received(7);
    progress.purged(7);
    assertThat(progress.nextPurge(100)).isEmpty();

    progress.received(9);

    assertThat(progress.nextPurge(100)).hasValue(9);
  }

  @Test
  void shouldPurgeAgainFromTheBeginningOfAStreamThatWasMadeAnew() {
    progress.received(70);
    progress.purged(70);

    progress.received(3);

    assertThat(progress.nextPurge(100)).hasValue(3);
  }
}
