package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryRegistryTest implements RegistryContract, TablesContract {

  private final InMemoryRegistry registry = new InMemoryRegistry();

  @Override
  public RegistryPorts emptyRegistry() {
    return new RegistryPorts(registry, registry, registry, registry::put);
  }

  @Override
  public Tables tables(String owner) {
    return registry.tables(owner);
  }

  @Test
  void shouldFailAsOftenAsTheTestAsksAndRecordEveryCall() {
    // Given
    registry.faults().failNext(1, PortException.Kind.THROTTLED);

    // When
    assertThatThrownBy(registry::rows)
        .isInstanceOfSatisfying(
            PortException.class,
            failure -> assertThat(failure.kind()).isEqualTo(PortException.Kind.THROTTLED));

    // Then
    assertThat(registry.rows()).isEmpty();
    assertThat(registry.faults().calls()).containsExactly("rows", "rows");
  }

  @Test
  void shouldCutOffOneBootAlone() {
    // Given
    FaultyNodeRegistry cut = registry.forBoot("a");
    FaultyNodeRegistry well = registry.forBoot("b");
    cut.faults().failNext(1, PortException.Kind.UNAVAILABLE);

    // When
    assertThatThrownBy(cut::rows).isInstanceOf(PortException.class);

    // Then
    assertThat(well.rows()).isEmpty();
    assertThat(registry.faults().calls()).containsExactly("rows");
  }

  @Test
  void shouldEmptyTheTablesThatItDeletes() {
    // Given
    registry.create();
    registry.register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "a"), 1));
    registry.put(new ClusterRow("uid-1", "rev-1"));

    // When
    registry.delete();

    // Then
    assertThat(registry.state()).isEqualTo(Tables.State.ABSENT);
    assertThat(registry.rows()).isEmpty();
    assertThat(registry.cluster()).isEmpty();
  }
}
