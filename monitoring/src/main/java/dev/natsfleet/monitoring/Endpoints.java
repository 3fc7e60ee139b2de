package dev.natsfleet.monitoring;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What a program answers over HTTP.
 *
 * @param byPath one endpoint per path
 */
public record Endpoints(Map<String, Endpoint> byPath) {

  public Endpoints {
    byPath = Map.copyOf(byPath);
  }

  /**
   * {@code /metrics}, {@code /status} and {@code /healthz} of a program that has one status.
   *
   * @param status asked anew for each response
   * @param metrics rendered for {@code /metrics}
   * @param json rendered for {@code /status}
   * @param health judged for {@code /healthz}
   */
  public static <S> Endpoints of(
      StatusSource<S> status,
      Function<S, MetricSnapshots> metrics,
      Function<S, Json> json,
      Function<S, Response> health) {
    return new Endpoints(
        Map.of(
            "/metrics", () -> Response.metrics(metrics.apply(status.read())),
            "/status", () -> Response.json(json.apply(status.read())),
            "/healthz", () -> health.apply(status.read())));
  }

  /** The response of a path that exists. */
  public Response at(String path) throws TimeoutException, InterruptedException {
    return Objects.requireNonNull(byPath.get(path), path).respond();
  }

  /** Reads the status of a program. */
  @FunctionalInterface
  public interface StatusSource<S> {

    /** The status now; throws when the program does not answer in time. */
    S read() throws TimeoutException, InterruptedException;
  }

  /** Makes the response of one path. */
  @FunctionalInterface
  public interface Endpoint {

    /** The response now; throws when the program does not answer in time. */
    Response respond() throws TimeoutException, InterruptedException;
  }
}
