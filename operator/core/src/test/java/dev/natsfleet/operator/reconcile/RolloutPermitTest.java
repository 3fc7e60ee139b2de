package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RolloutPermitTest {

  private static final ClusterId ORDERS = new ClusterId("shop", "orders");
  private static final ClusterId PAYMENTS = new ClusterId("shop", "payments");

  private final AtomicLong nanos = new AtomicLong();
  private final RolloutPermit permit = new RolloutPermit(nanos::get);

  @Test
  void shouldBeHeldByOneCluster() {
    // Given
    permit.acquire(ORDERS, 3);

    // Then
    assertThat(permit.acquire(PAYMENTS, 3)).isFalse();
    assertThat(permit.acquire(ORDERS, 2)).isTrue();
    assertThat(permit.heldByOther(PAYMENTS)).contains(ORDERS);
    assertThat(permit.heldByOther(ORDERS)).isEmpty();
  }

  @Test
  void shouldBeFreeWhenItsHolderGivesItBack() {
    // Given
    permit.acquire(ORDERS, 3);

    // When
    permit.release(PAYMENTS);
    boolean early = permit.acquire(PAYMENTS, 3);
    permit.release(ORDERS);

    // Then
    assertThat(early).isFalse();
    assertThat(permit.acquire(PAYMENTS, 3)).isTrue();
  }

  @Test
  void shouldBeLostByAHolderThatIsNotHeardOf() {
    // Given
    permit.acquire(ORDERS, 3);

    // When
    pass(Duration.ofMinutes(10));

    // Then
    assertThat(permit.acquire(PAYMENTS, 3)).isTrue();
    assertThat(permit.acquire(ORDERS, 3)).isFalse();
  }

  @Test
  void shouldBeLostByAHolderThatReplacesNobody() {
    // Given
    permit.acquire(ORDERS, 3);
    pass(Duration.ofMinutes(9));
    permit.acquire(ORDERS, 2);

    // When
    for (int i = 0; i < 6; i++) {
      pass(Duration.ofMinutes(5));
      permit.acquire(ORDERS, 2);
    }

    // Then
    assertThat(permit.acquire(PAYMENTS, 3)).isTrue();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
