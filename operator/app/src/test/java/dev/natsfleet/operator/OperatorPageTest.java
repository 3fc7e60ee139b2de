package dev.natsfleet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.monitor.OperatorEndpoints;
import dev.natsfleet.operator.monitor.OperatorMetrics;
import dev.natsfleet.registry.ClusterId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says what the code says. {@code -Dnatsfleet.generate=true} writes it anew. */
class OperatorPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("natsfleet.root"), "docs/reference/operator.md");
  private static final ClusterId ID = new ClusterId("default", "demo");

  @Test
  void shouldKeepThePageFresh() throws Exception {
    String generated = OperatorPage.render(exposition());
    if (Boolean.getBoolean("natsfleet.generate")) {
      Files.writeString(PAGE, generated);
    }
    assertThat(PAGE)
        .as(
            "stale, write it with: mvn -pl operator/app -am test -Dtest=OperatorPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dnatsfleet.generate=true")
        .content()
        .isEqualTo(generated);
  }

  /** A metric without a sample is not shown. */
  private static String exposition() throws Exception {
    OperatorMetrics metrics = new OperatorMetrics();
    metrics.leads(true);
    metrics.pass("settled", Duration.ZERO);
    metrics.call("EC2", "DescribeSubnets", "ok");
    metrics.internalError(ID);
    metrics.cluster(ID, status());
    return OperatorEndpoints.of(metrics, () -> true).at("/metrics").body();
  }

  private static NatsClusterStatus status() {
    Condition condition = new Condition("Ready", "True", 1, "2026-01-01T00:00:00Z", "Why", "so");
    return new NatsClusterStatus(
        1L,
        "Running",
        "Settled",
        1,
        1,
        1,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(condition));
  }
}
