package dev.natsfleet.logs.outside;

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
 * Metrics over a list of things, each a point with the labels of its thing.
 *
 * @param <T> what the points belong to
 */
public final class Series<T> {

  private final MetricSnapshots.Builder metrics;
  private final String prefix;
  private final List<T> things;
  private final Function<T, Labels> labels;

  /** Adds to {@code metrics}; every name begins with {@code prefix}. */
  public Series(
      MetricSnapshots.Builder metrics, String prefix, List<T> things, Function<T, Labels> labels) {
    this.metrics = metrics;
    this.prefix = prefix;
    this.things = things;
    this.labels = labels;
  }

  /** A value that goes up and down. */
  public Series<T> gauge(String name, String help, ToDoubleFunction<T> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(prefix + name).help(help);
    things.forEach(
        thing ->
            gauge.dataPoint(
                new GaugeDataPointSnapshot(value.applyAsDouble(thing), labels.apply(thing), null)));
    metrics.metricSnapshot(gauge.build());
    return this;
  }

  /** A value that only grows; {@code _total} comes behind its name. */
  public Series<T> counter(String name, String help, ToDoubleFunction<T> value) {
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
