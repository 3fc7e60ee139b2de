package dev.natsfleet.logs.receiver.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageMetadataTest {

  private static final String SHORT = "$JS.ACK.LOGS_0.receiver-x.1.77.5.1795324591589000000.12";
  private static final String LONG =
      "$JS.ACK._.ABCDEF.LOGS_0.receiver-x.1.77.5.1795324591589000000.12.rnd";

  @Test
  void shouldParseBothForms() {
    MessageMetadata expected = new MessageMetadata(77, 5, 1_795_324_591_589_000_000L, 12);

    assertThat(MessageMetadata.parse(SHORT)).isEqualTo(expected);
    assertThat(MessageMetadata.parse(LONG)).isEqualTo(expected);
  }

  @Test
  void shouldRefuseOtherSubjects() {
    assertThatThrownBy(() -> MessageMetadata.parse("_INBOX.x.1"))
        .hasMessageContaining("_INBOX.x.1");
  }
}
