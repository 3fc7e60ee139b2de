package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonValue;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** What a program answers: one page a path. */
public final class Pages {

  private final Map<String, Source> pages;

  private Pages(Map<String, Source> pages) {
    this.pages = pages;
  }

  /**
   * The three pages of a program.
   *
   * @param status what it does now; asked anew for each page
   * @param metrics of it, for {@code /metrics}
   * @param json of it, for {@code /status}
   * @param health of it, for {@code /healthz}
   */
  public static <S> Pages of(
      Question<S> status,
      Function<S, MetricSnapshots> metrics,
      Function<S, JsonValue> json,
      Function<S, Page> health) {
    return new Pages(
        Map.of(
            "/metrics", () -> Page.ok(Exposition.text(metrics.apply(status.ask()))),
            "/status", () -> Page.ok(json.apply(status.ask()).toJson() + "\n"),
            "/healthz", () -> health.apply(status.ask())));
  }

  /** The page at a path that there is. */
  public Page at(String path) throws TimeoutException, InterruptedException {
    return Objects.requireNonNull(pages.get(path), path).page();
  }

  Map<String, Source> byPath() {
    return pages;
  }

  /** Where a program's status comes from. */
  @FunctionalInterface
  public interface Question<S> {

    /** The status; fails when the program does not answer in time. */
    S ask() throws TimeoutException, InterruptedException;
  }

  /** Makes a page when it is asked for. */
  @FunctionalInterface
  interface Source {

    Page page() throws TimeoutException, InterruptedException;
  }
}
