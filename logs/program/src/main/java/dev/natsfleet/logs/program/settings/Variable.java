package dev.natsfleet.logs.program.settings;

import static dev.natsfleet.logs.program.settings.ProgramName.BOTH;
import static dev.natsfleet.logs.program.settings.ProgramName.RECEIVER;
import static dev.natsfleet.logs.program.settings.ProgramName.SHIPPER;

import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.EnvironmentVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every environment variable of the two programs. The reference page is generated from it. */
public enum Variable implements EnvironmentVariable {
  NATS_URL(
      BOTH, null, "Servers to connect to, separated by commas: `nats://n1:4222,nats://n2:4222`"),
  NATS_CREDS(BOTH, "", "Credentials file"),
  NATS_CERTIFICATE(BOTH, "", "Client certificate for TLS, PEM; needs `NATS_KEY`"),
  NATS_KEY(BOTH, "", "Private key for TLS, PEM: PKCS#1, PKCS#8 or EC"),
  NATS_CA(BOTH, "", "Certificate authorities that the servers' certificates come from, PEM"),
  SHIPPER_SUBJECT(BOTH, null, "First part of the subject: `<subject>.p<partition>.<host>`"),
  SHIPPER_PARTITIONS(BOTH, "0", "Number of partitions; 0 puts every host into partition 0"),
  HOSTNAME(BOTH, "", "This host's name; the system's own when empty"),
  SHIPPER_LISTEN(
      BOTH,
      "",
      "Address of `/metrics`, `/healthz` and `/status`, on loopback: `127.0.0.1:8323`; when empty"
          + " only the socket in `SHIPPER_STATE` has them"),
  SHIPPER_STATE(
      BOTH,
      "",
      "Directory of the program's own memory, checkpoint or journal, and of the socket that"
          + " `status` asks; when empty `/var/lib/natsfleet-shipper` or `/var/lib/natsfleet-receiver`,"
          + " or `/var/lib/natsfleet-logs` as long as the program's checkpoint or journals are there"
          + " only"),

  SHIPPER_FILE(
      SHIPPER,
      null,
      "Files to ship, separated by commas; `*`, `?` and `[…]` match within a name, `{a,b}` stands"
          + " for both, `**` matches across directories but follows no links to them"),
  SHIPPER_MODE(
      SHIPPER,
      "line",
      "`line`: a message is a line; `bundle`: a message is up to 128 KiB of whole lines, zstd"),
  SHIPPER_WINDOW_MESSAGES(
      SHIPPER, "2048", "Messages that may wait for the stream's acknowledgement, 1 to 65536"),
  SHIPPER_WINDOW_BYTES(SHIPPER, "8Mi", "Bytes that may wait for the stream's acknowledgement"),
  SHIPPER_ACK_WAIT(
      SHIPPER, "5s", "Without an acknowledgement for so long, the last messages are sent again"),
  SHIPPER_ROTATE_WAIT(
      SHIPPER, "5s", "A rotated file is complete when nobody has appended to it for so long"),
  SHIPPER_PARTIAL_WAIT(
      SHIPPER, "5s", "A line without its end is sent, marked as partial, after so long"),
  SHIPPER_RESCAN(SHIPPER, "30s", "Longest time between two full looks at the directories"),
  SHIPPER_SPOOL(
      SHIPPER,
      "",
      "Directory, on the files' own file system, for hard links that keep rotated files from"
          + " deletion until they are read; none when empty"),
  SHIPPER_SPOOL_BYTES(SHIPPER, "1Gi", "Bytes of deleted files that the hard links may keep"),

  SHIPPER_OUTPUT(
      RECEIVER,
      null,
      "File under `<directory>/<host>/`, with times as strftime writes them: %A %a %B %b %d %F %H %I"
          + " %j %M %m %p %R %S %T %Y %y %Z %z, and %% for a %; `-%Y%m%d%H%M` is added to a name"
          + " without any"),
  SHIPPER_DIRECTORY(
      RECEIVER,
      "",
      "Directory that holds one directory per host; without it all hosts share one file"),
  SHIPPER_READ_PARTITIONS(
      RECEIVER,
      "",
      "Partitions to read, separated by commas; when empty, those of this receiver among"
          + " `SHIPPER_RECEIVERS`, else 0. To move a partition: see `SHIPPER_RECEIVERS`"),
  SHIPPER_STREAM_TARGET(
      RECEIVER, "", "First part of the streams' names when it is not that of the subject"),
  SHIPPER_RECEIVERS(
      RECEIVER,
      "0",
      "How many receivers share the partitions; this one's number is at the end of `HOSTNAME`, as"
          + " in a StatefulSet. A partition that another receiver is to read is refused there until its"
          + " former one is stopped and the key `owner.<copy>.<partition>` of the bucket"
          + " `<streams>_receivers` is deleted; the new one goes on where the copy has got to, in files"
          + " of its own"),
  SHIPPER_OWNERSHIP(
      RECEIVER,
      "static",
      "`static`: partitions by list or number; `elastic`: receivers share all partitions by"
          + " leases"),
  SHIPPER_COPY(
      RECEIVER,
      "main",
      "Name of this full copy; receivers with different names each write everything, and two with"
          + " the same name and state directories of their own are refused"),
  SHIPPER_STREAM_AGE(RECEIVER, "7d", "How long a new stream keeps messages"),
  SHIPPER_STREAM_BYTES(
      RECEIVER, "1Gi", "Size at which a new stream refuses messages, so that shippers wait"),
  SHIPPER_STREAM_REPLICAS(RECEIVER, "1", "Copies of a new stream among the servers, 1 to 5"),
  SHIPPER_ROTATE_EVERY(RECEIVER, "1d", "How long one output file lasts"),
  SHIPPER_ROTATE_BYTES(RECEIVER, "0", "Size at which an output file is finished; 0 for none"),
  SHIPPER_COMPRESS(RECEIVER, "none", "`gzip` packs finished output files; `none` leaves them"),
  SHIPPER_KEEP(RECEIVER, "7d", "Finished output files older than this are deleted; 0s keeps them"),
  SHIPPER_KEEP_FILES(RECEIVER, "0", "Finished output files that each host keeps; 0 for any number"),
  SHIPPER_KEEP_BYTES(RECEIVER, "0", "Bytes of finished output that each host keeps; 0 for any"),
  SHIPPER_GAP_WAIT(
      RECEIVER, "60s", "How long missing bytes of a log are waited for before they count as lost"),
  SHIPPER_GAP_BYTES(
      RECEIVER, "4Mi", "Bytes behind missing ones that a partition holds back meanwhile"),
  SHIPPER_OPEN_FILES(RECEIVER, "512", "Output files that are open at a time, 16 or more");

  private static final String PREFIX = "SHIPPER_";

  private final ProgramName programName;
  private final @Nullable String initial;
  private final String meaning;

  Variable(ProgramName programName, @Nullable String initial, String meaning) {
    this.programName = programName;
    this.initial = initial;
    this.meaning = meaning;
  }

  /** Reads them out of an environment. */
  public static EnvironmentReader reader(Map<String, String> environment) {
    return new EnvironmentReader(environment, PREFIX, List.of(values()));
  }

  /** Which program reads it. */
  public ProgramName program() {
    return programName;
  }

  @Override
  public @Nullable String initial() {
    return initial;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
