package dev.natsfleet.logs.reference;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.metrics.PartitionTotals;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Owner;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Progress;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.CheckpointStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.Flow;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.SessionStatus;
import dev.natsfleet.logs.shipper.publish.InFlight;
import java.util.List;
import java.util.Optional;

/** A shipper and a receiver, as they may be. */
final class SampleStatuses {

  private static final OffsetComparison MATCH =
      new OffsetComparison(5_000, 4_500, 4_400, 4_300, 100, 600);

  private SampleStatuses() {}

  static LogStatus log(long lines) {
    Flow flow = new Flow(lines, 20_000, lines, 15_904, 11, 700, 7, 2, 4);
    return new LogStatus("/var/log/\"a\"\\b.log", 3, 1, 4096, 1.25, flow);
  }

  static dev.natsfleet.logs.shipper.loop.ShipperStatus shipper(LogStatus... logs) {
    InFlight inFlight = new InFlight(12, 2048, 4096, 1 << 23);
    return new dev.natsfleet.logs.shipper.loop.ShipperStatus(
        new SessionStatus(true, 2, "503 \"gone\"", 99, 31, "", false, inFlight),
        new CheckpointStatus(17, 1_700_000_000.5, 0.012),
        1,
        log(300),
        List.of(logs));
  }

  static ReceiverStatus receiver(long lines, String fault, String... faults) {
    return receiver(lines, fault, Optional.of(MATCH), List.of(faults));
  }

  /** The same with a host that has no audit. */
  static ReceiverStatus stock(long lines) {
    return receiver(lines, "", Optional.empty(), List.of());
  }

  private static ReceiverStatus receiver(
      long lines, String fault, Optional<OffsetComparison> match, List<String> faults) {
    LogTotals flow = new LogTotals(lines + 5, 120, lines, 99, 1, 2, 3, 4, 0, 4, 6);
    Optional<AuditHead> head = match.map(is -> new AuditHead("web1", 990, 1_000, 1, 60, 50, 20, 1));
    HostStatus host = new HostStatus(3, "web1", flow, 1_000, 2.5, head, match);
    PartitionStatus one =
        new PartitionStatus(
            3,
            "LOGS_3",
            new Owner(true, 17, 25),
            fault,
            "",
            new Progress(42, 12, 0, 0.004, 2.5),
            new PartitionTotals(1, 2, 3, 4, 5, 6, 7, 8, 9, 1.5, 11),
            flow,
            match,
            List.of(host));
    FileStatus file = new FileStatus("web1", "/var/log/a.log", flow, match);
    return new ReceiverStatus(1_002.5, true, "main", faults, List.of(one), List.of(file));
  }
}
