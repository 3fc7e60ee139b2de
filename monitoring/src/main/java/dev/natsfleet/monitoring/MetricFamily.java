package dev.natsfleet.monitoring;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Metrics of a list of things: each metric has one sample per thing, with that thing's labels.
 *
 * @param <T> what a sample belongs to
 */
public final class MetricFamily<T> {

  private final MetricSnapshots.Builder metrics;
  private final String prefix;
  private final List<T> things;
  private final Function<T, Labels> labels;

  /** Adds to {@code metrics}; every name starts with {@code prefix}. */
  public MetricFamily(
      MetricSnapshots.Builder metrics, String prefix, List<T> things, Function<T, Labels> labels) {
    this.metrics = metrics;
    this.prefix = prefix;
    this.things = things;
    this.labels = labels;
  }

  /** Adds a value that goes up and down. */
  public MetricFamily<T> gauge(String name, String help, ToDoubleFunction<T> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(prefix + name).help(help);
    things.forEach(
        thing ->
            gauge.dataPoint(
                new GaugeDataPointSnapshot(value.applyAsDouble(thing), labels.apply(thing), null)));
    metrics.metricSnapshot(gauge.build());
    return this;
  }

  /** Adds a value that only grows; {@code _total} is appended to its name. */
  public MetricFamily<T> counter(String name, String help, ToDoubleFunction<T> value) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(prefix + name).help(help);
    things.forEach(
        thing ->
            counter.dataPoint(
                new CounterDataPointSnapshot(
                    value.applyAsDouble(thing), labels.apply(thing), null, 0)));
    metrics.metricSnapshot(counter.build());
    return this;
  }
}
