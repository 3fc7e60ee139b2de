package dev.natsfleet.operator.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.operator.port.Events;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Events} as {@code events.k8s.io/v1}. */
final class KubernetesEvents implements Events {

  private static final Logger LOG = LoggerFactory.getLogger(KubernetesEvents.class);

  /** Bytes; the API server refuses a longer note. */
  private static final int LONGEST_NOTE = 1024;

  private static final String CUT = "…";

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final FailureLog failures =
      new FailureLog(
          LOG,
          "cluster",
          new FailureLog.Messages(
              "events cannot be written; check the API server and the operator's role",
              "events are written again"));

  private final KubernetesClient client;
  private final ClusterRef cluster;
  private final InstantSource clock;

  KubernetesEvents(KubernetesClient client, ClusterRef cluster, InstantSource clock) {
    this.client = client;
    this.cluster = cluster;
    this.clock = clock;
  }

  @Override
  public void publish(Notice notice) {
    LOG.atInfo()
        .addKeyValue("cluster", cluster.id())
        .addKeyValue("reason", notice.reason())
        .addKeyValue("message", notice.message())
        .log("event");
    try {
      client
          .events()
          .v1()
          .events()
          .inNamespace(cluster.namespace())
          .resource(event(notice))
          .create();
      failures.succeeded(cluster.id());
    } catch (KubernetesClientException e) {
      failures.failed(cluster.id(), String.valueOf(e.getMessage()));
    }
  }

  private Event event(Notice notice) {
    return new EventBuilder()
        .withNewMetadata()
        .withGenerateName(cluster.name() + "-")
        .withNamespace(cluster.namespace())
        .endMetadata()
        .withEventTime(new MicroTime(MICROS.format(clock.instant())))
        .withReportingController("natsfleet.dev/operator")
        .withReportingInstance("natsfleet-operator")
        .withAction(notice.reason())
        .withReason(notice.reason())
        .withType(notice.tone() == Tone.WARNING ? "Warning" : "Normal")
        .withNote(shortened(notice.message()))
        .withNewRegarding()
        .withApiVersion(ClusterRef.API_VERSION)
        .withKind(ClusterRef.KIND)
        .withNamespace(cluster.namespace())
        .withName(cluster.name())
        .withUid(cluster.uid())
        .endRegarding()
        .build();
  }

  /** The note, cut between two characters where it has too many bytes in UTF-8. */
  static String shortened(String note) {
    byte[] bytes = note.getBytes(UTF_8);
    if (bytes.length <= LONGEST_NOTE) {
      return note;
    }
    int end = LONGEST_NOTE - CUT.getBytes(UTF_8).length;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, UTF_8) + CUT;
  }
}
