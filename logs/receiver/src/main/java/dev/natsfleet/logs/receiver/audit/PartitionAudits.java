package dev.natsfleet.logs.receiver.audit;

import dev.natsfleet.logs.protocol.audit.LogAudit;
import java.util.Set;
import java.util.stream.Stream;

/** The logs that the audits of one partition report. */
public record PartitionAudits(AuditStore audits, int partition) implements ReportedLogs {

  @Override
  public Set<Long> ids() {
    return audits.logIds(partition);
  }

  @Override
  public String path(String host, long log) {
    return Stream.ofNullable(audits.audits(partition).get(host))
        .flatMap(ShipperAudit::logs)
        .filter(one -> one.log() == log)
        .map(LogAudit::path)
        .findFirst()
        .orElse("");
  }
}
