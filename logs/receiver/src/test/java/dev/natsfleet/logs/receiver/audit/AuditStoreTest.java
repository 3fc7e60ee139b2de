package dev.natsfleet.logs.receiver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.audit.AuditCodec;
import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.AuditPage;
import dev.natsfleet.logs.protocol.audit.LogAudit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditStoreTest {

  private final AuditStore auditStore = new AuditStore(3);
  private long now = System.nanoTime();

  @BeforeEach
  void follow() {
    auditStore.addPartition(0);
    auditStore.addPartition(3);
  }

  @Test
  void shouldLeaveOutPagesOfAnEarlierRun() {
    take("p0.0.web", AuditCodec.encode(page(1, 5)));
    take("p0.1.web", AuditCodec.encode(page(2, 6)));
    take("p0.head.web", head(2));

    assertThat(web().logs()).extracting(LogAudit::log).containsExactly(6L);
  }

  @Test
  void shouldHaveNoAuditOfAHostWithTooManyLogs() {
    take("p0.head.web", head(1));
    take("p0.0.web", AuditCodec.encode(page(1, 1, 2)));
    take("p0.0.web", AuditCodec.encode(page(1, 1, 2, 3)));
    assertThat(web().head()).isPresent();

    take("p0.1.web", AuditCodec.encode(page(1, 4)));

    assertThat(web().head()).isEmpty();
    assertThat(web().logs()).isEmpty();
  }

  @Test
  void shouldIgnoreWhatIsNoAudit() {
    take("something", new byte[0]);
    take("p0.head.web", "{".getBytes(StandardCharsets.US_ASCII));

    assertThat(auditStore.audits(0).values()).allMatch(one -> one.head().isEmpty());
  }

  @Test
  void shouldForgetAPartitionThatIsRemoved() {
    take("p3.head.web", head(1));
    auditStore.removePartition(3);

    assertThat(auditStore.audits(3)).isEmpty();
  }

  @Test
  void shouldIgnoreALateUpdateOfAPartitionThatIsRemoved() {
    auditStore.removePartition(3);
    take("p3.head.web", head(1));

    assertThat(auditStore.audits(3)).isEmpty();
  }

  @Test
  void shouldForgetADeadShipperAndHaveRoomForOthers() {
    // Given
    take("p0.head.dead", head(1));
    take("p0.0.dead", AuditCodec.encode(page(1, 1, 2, 3)));
    take("p0.head.web", head(1));
    take("p0.0.web", AuditCodec.encode(page(1, 4)));
    assertThat(web().head()).isEmpty();

    // When
    now += Duration.ofHours(24).toNanos();
    take("p0.head.web", head(1));
    now += Duration.ofHours(2).toNanos();
    auditStore.expire(now);
    take("p0.0.web", AuditCodec.encode(page(1, 4)));

    // Then
    assertThat(auditStore.audits(0)).containsOnlyKeys("web");
    assertThat(web().head()).isPresent();
    assertThat(auditStore.logIds(0)).containsExactly(4L);
  }

  private void take(String key, byte[] text) {
    auditStore.update(key, text, now);
  }

  private ShipperAudit web() {
    return Objects.requireNonNull(auditStore.audits(0).get("web"));
  }

  private static byte[] head(double started) {
    return AuditCodec.encode(new AuditHead("web", started, started, 1, 0, 0, 0, 0));
  }

  private static AuditPage page(double started, long... logs) {
    List<LogAudit> logAudits =
        LongStream.of(logs).mapToObj(log -> new LogAudit(log, "", 0, List.of(), 0, 0)).toList();
    return new AuditPage(started, logAudits);
  }
}
