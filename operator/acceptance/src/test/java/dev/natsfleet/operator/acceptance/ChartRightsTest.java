package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chart allows exactly the calls that the operator makes to the API server. */
@Tag("server")
class ChartRightsTest {

  /** Demanded by the framework before it takes the Lease, which it then patches. */
  private static final ApiAudit.Call DEMANDED =
      new ApiAudit.Call("coordination.k8s.io", "leases", "update", false);

  /** Made by the framework when another wrote while it set or took off the finalizer. */
  private static final ApiAudit.Call AFTER_A_CONFLICT =
      new ApiAudit.Call("natsfleet.dev", "natsclusters", "get", false);

  /** What Kubernetes allows to everybody: to ask what one may do. */
  private static final ApiAudit.Call EVERYBODYS =
      new ApiAudit.Call("authorization.k8s.io", "selfsubjectrulesreviews", "create", false);

  /** Other classes find it running. */
  @AfterAll
  static void startTheOneWithAllRights() {
    OperatorTestbed.operator().killAndRestart();
  }

  @Test
  void shouldAllowWhatIsCalledAndNothingElse() throws Exception {
    // Given
    OperatorTestbed.operator().kill();
    ChartRights rights = ChartRights.render(OperatorTestbed.kubernetes());
    String kubeconfig = rights.grant(OperatorTestbed.kubernetes()).toString();

    // When
    try (OperatorReplica operator =
        OperatorReplica.start("natsfleet", "pod", Map.of("KUBECONFIG", kubeconfig))) {
      liveALife();
      operator.operator().stop();
    }

    // Then
    List<ApiAudit.Call> calls = ApiAudit.calls();
    assertThat(calls).noneMatch(ApiAudit.Call::denied);
    Set<ApiAudit.Call> expected = new HashSet<>(rights.allowed());
    expected.remove(DEMANDED);
    expected.add(EVERYBODYS);
    Set<ApiAudit.Call> made = new HashSet<>(calls);
    made.add(AFTER_A_CONFLICT);
    assertThat(made).isEqualTo(expected);
  }

  /** Everything that makes the operator write to Kubernetes. */
  private static void liveALife() {
    try (TestCluster cluster = TestCluster.apply("rightful").awaitReady(3)) {
      OperatorTestbed.kubernetes().services().inNamespace("default").withName("rightful").delete();
      Await.until(
          "the Service is back",
          () -> isThere("rightful"),
          Duration.ofMinutes(1),
          () -> cluster.status());
      cluster.patch("{\"core\":{\"desired\":1}}");
      cluster.awaitReady(1);
      cluster.delete();
      cluster.awaitGone();
    }
  }

  private static boolean isThere(String service) {
    return OperatorTestbed.kubernetes().services().inNamespace("default").withName(service).get()
        != null;
  }
}
