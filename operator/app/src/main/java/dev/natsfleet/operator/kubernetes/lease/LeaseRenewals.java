package dev.natsfleet.operator.kubernetes.lease;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sees each renewal that the API server has accepted: the framework's elector does not tell of
 * them.
 */
final class LeaseRenewals implements Interceptor {

  private final LeaderLeaseRef lease;
  private final Consumer<Instant> renewed;

  /**
   * Sees the renewals of one Lease.
   *
   * @param renewed gets the time that was written into it
   */
  LeaseRenewals(LeaderLeaseRef lease, Consumer<Instant> renewed) {
    this.lease = lease;
    this.renewed = renewed;
  }

  @Override
  public void after(
      HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> body) {
    if (isWrite(request) && response.isSuccessful()) {
      written(request.bodyString()).ifPresent(renewed);
    }
  }

  private boolean isWrite(HttpRequest request) {
    String leases =
        "/apis/coordination.k8s.io/v1/namespaces/%s/leases".formatted(lease.namespace());
    String path = request.uri().getPath();
    return switch (request.method()) {
      case "POST" -> path.endsWith(leases);
      case "PATCH", "PUT" -> path.endsWith(leases + "/" + lease.name());
      default -> false;
    };
  }

  /** The time of renewal, if it is this process that renews. */
  private Optional<Instant> written(String body) {
    return Optional.ofNullable(Serialization.unmarshal(body, Lease.class).getSpec())
        .filter(spec -> lease.replica().equals(spec.getHolderIdentity()))
        .map(spec -> spec.getRenewTime().toInstant());
  }
}
