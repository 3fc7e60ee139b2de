package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.publish.Flight;
import dev.natsfleet.logs.receive.FlowStatus;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.Owner;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Progress;
import dev.natsfleet.logs.receive.Status.Totals;
import dev.natsfleet.logs.shipper.Status.CheckpointStatus;
import dev.natsfleet.logs.shipper.Status.Flow;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import dev.natsfleet.logs.shipper.Status.SessionStatus;
import java.util.List;
import java.util.Optional;

/** A shipper and a receiver, as they may be. */
final class Samples {

  private static final Match MATCH = new Match(5_000, 4_500, 4_400, 4_300, 100, 600);

  private Samples() {}

  static LogStatus log(long lines) {
    Flow flow = new Flow(lines, 20_000, lines, 15_904, 11, 700, 7, 2, 4);
    return new LogStatus("/var/log/\"a\"\\b.log", 3, 1, 4096, 1.25, flow);
  }

  static dev.natsfleet.logs.shipper.Status shipper(LogStatus... logs) {
    Flight flight = new Flight(12, 2048, 4096, 1 << 23);
    return new dev.natsfleet.logs.shipper.Status(
        new SessionStatus(true, 2, "503 \"gone\"", 99, 31, "", flight),
        new CheckpointStatus(17, 1_700_000_000.5, 0.012),
        1,
        log(300),
        List.of(logs));
  }

  static Status receiver(long lines, String trouble) {
    return receiver(lines, trouble, Optional.of(MATCH));
  }

  /** The same with a host that has no account. */
  static Status stock(long lines) {
    return receiver(lines, "", Optional.empty());
  }

  private static Status receiver(long lines, String trouble, Optional<Match> match) {
    FlowStatus flow = new FlowStatus(lines + 5, 120, lines, 99, 1, 2, 3, 4, 0, 4, 6);
    Optional<Head> head = match.map(is -> new Head("web1", 990, 1_000, 1, 60, 50, 20, 1));
    HostStatus host = new HostStatus(3, "web1", flow, 1_000, 2.5, head, match);
    PartitionStatus one =
        new PartitionStatus(
            3,
            "LOGS_3",
            new Owner(true, 17, 25),
            trouble,
            new Progress(42, 12, 0, 0.004, 2.5),
            new Totals(1, 2, 3, 4, 5, 6, 7, 8, 9, 1.5, 11),
            flow,
            match,
            List.of(host));
    FileStatus file = new FileStatus("web1", "/var/log/a.log", flow, match);
    return new Status(1_002.5, true, "main", List.of(one), List.of(file));
  }
}
