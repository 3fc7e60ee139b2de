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
    AuditPage auditPage = new AuditPage(1_700_000_000.25, List.of(logAudit));

    // Then
    assertThat(AuditCodec.decodeHead(AuditCodec.encode(auditHead))).isEqualTo(auditHead);
    assertThat(AuditCodec.decodePage(AuditCodec.encode(auditPage))).isEqualTo(auditPage);
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
