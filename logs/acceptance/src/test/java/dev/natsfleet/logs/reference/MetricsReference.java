package dev.natsfleet.logs.reference;

import dev.natsfleet.logs.receiver.report.ReceiverJson;
import dev.natsfleet.logs.receiver.report.ReceiverMetrics;
import dev.natsfleet.logs.shipper.report.ShipperJson;
import dev.natsfleet.logs.shipper.report.ShipperMetrics;
import dev.natsfleet.monitoring.JsonFields;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** The reference page of metrics and status fields, rendered from the code that makes them. */
final class MetricsReference {

  private static final String METRICS =
      "\n### `/metrics`\n\n| name | type | labels | unit | meaning |\n|---|---|---|---|---|\n";
  private static final String FIELDS =
      "\n### `/status`\n\n| field | type | meaning |\n|---|---|---|\n";

  private MetricsReference() {}

  static String page() {
    return text("head.md")
        + "\n## natsfleet-shipper\n"
        + METRICS
        + metrics(ShipperMetrics.of(SampleStatuses.shipper(SampleStatuses.log(1))))
        + FIELDS
        + fields("", ShipperJson.ALL)
        + "\n## natsfleet-receiver\n"
        + METRICS
        + metrics(ReceiverMetrics.of(SampleStatuses.receiver(1, "")))
        + FIELDS
        + fields("", ReceiverJson.ALL);
  }

  private static String metrics(MetricSnapshots all) {
    return all.stream().map(MetricsReference::row).collect(Collectors.joining());
  }

  private static String row(MetricSnapshot metric) {
    boolean counter = metric instanceof CounterSnapshot;
    String name = metric.getMetadata().getPrometheusName() + (counter ? "_total" : "");
    String labels =
        metric.getDataPoints().getFirst().getLabels().stream()
            .map(Label::getName)
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(
            name,
            counter ? "counter" : "gauge",
            labels,
            unit(name),
            metric.getMetadata().getHelp());
  }

  private static String unit(String name) {
    return name.contains("_bytes") ? "bytes" : name.contains("_seconds") ? "seconds" : "";
  }

  private static String fields(String above, JsonFields<?> jsonFields) {
    return jsonFields.fields().stream()
        .map(field -> row(above, field))
        .collect(Collectors.joining());
  }

  private static String row(String above, JsonFields.Field<?> field) {
    String name = above + field.name();
    String inside = field.type().equals("list") ? name + "[]." : name + ".";
    return "| `%s` | %s | %s |%n".formatted(name, field.type(), field.meaning())
        + field.inner().map(jsonFields -> fields(inside, jsonFields)).orElse("");
  }

  private static String text(String name) {
    try (InputStream in = MetricsReference.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
