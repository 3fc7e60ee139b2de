package dev.natsfleet.logs.protocol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.audit.LogAudit.Extent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCodecTest {

  @Test
  void shouldReadWhatItWrote() throws IOException {
    // Given
    AuditHead auditHead =
        new AuditHead("web1", 1_700_000_000.25, 1_700_000_009.5, 3, 1L << 40, 7, 0, 2);
    LogAudit logAudit =
        new LogAudit(Long.MAX_VALUE, "/a \"b\"\\\u00e9", 5, List.of(new Extent(1, 2, 3)), 4, 6);
    LogAudit other =
        new LogAudit(2, "/b", 0, List.of(new Extent(1, 2, 3), new Extent(4, 5, 6)), 0, 0);
    LogAudit bare = new LogAudit(3, "/c\n", 0, List.of(), 0, 0);
    AuditPage auditPage = new AuditPage(1_700_000_000.25, List.of(logAudit, other, bare));
    AuditPage empty = new AuditPage(0, List.of());

    // Then
    assertThat(AuditCodec.decodeHead(AuditCodec.encode(auditHead))).isEqualTo(auditHead);
    assertThat(AuditCodec.decodePage(AuditCodec.encode(auditPage))).isEqualTo(auditPage);
    assertThat(AuditCodec.decodePage(AuditCodec.encode(empty))).isEqualTo(empty);
  }

  @Test
  void shouldFindItsKeysAgain() {
    for (int page : new int[] {AuditKey.HEAD, 0, 17}) {
      AuditKey key = new AuditKey(3, page, "web1.3.example.net");
      assertThat(AuditKey.parse(key.text())).contains(key);
    }
    assertThat(AuditKey.parse("lease.main.3")).isEmpty();
  }
}
