package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contract of every registry for the control table. */
public interface ControlTableContract {

  /** A registry without any row. */
  RegistryPorts emptyRegistry();

  @Test
  default void shouldShowTheClusterToItsNodes() {
    // Given
    RegistryPorts ports = emptyRegistry();
    assertThat(ports.node().cluster()).isEmpty();

    // When
    boolean first = ports.control().put(new ClusterRow("uid-1", "rev-1"));
    boolean second = ports.control().put(new ClusterRow("uid-1", "rev-2"));

    // Then
    assertThat(first).isTrue();
    assertThat(second).isTrue();
    assertThat(ports.node().cluster()).contains(new ClusterRow("uid-1", "rev-2"));
    assertThat(ports.control().cluster()).contains(new ClusterRow("uid-1", "rev-2"));
  }

  @Test
  default void shouldNotTakeAClusterFromItsOwner() {
    // Given
    ControlTable control = emptyRegistry().control();
    control.put(new ClusterRow("uid-1", "rev-1"));

    // When
    boolean taken = control.put(new ClusterRow("uid-2", "rev-9"));

    // Then
    assertThat(taken).isFalse();
    assertThat(control.cluster()).contains(new ClusterRow("uid-1", "rev-1"));
  }

  @Test
  default void shouldChangeTheOwnerOfTheClusterThatItsHolderNames() {
    // Given
    ControlTable control = emptyRegistry().control();
    control.put(new ClusterRow("uid-1", "rev-1"));
    // When
    control.changeOwner("uid-0", "uid-2");
    boolean early = control.put(new ClusterRow("uid-2", "rev-2"));
    control.changeOwner("uid-1", "uid-2");
    // Then
    assertThat(early).isFalse();
    assertThat(control.cluster()).contains(new ClusterRow("uid-2", "rev-1"));
    assertThat(control.put(new ClusterRow("uid-2", "rev-2"))).isTrue();
    assertThat(control.put(new ClusterRow("uid-1", "rev-1"))).isFalse();
  }

  @Test
  default void shouldKeepSettingsUntilTheyArePruned() {
    // Given
    RegistryPorts ports = emptyRegistry();
    ports.control().put(SampleRows.settings("rev-1"));
    ports.control().put(SampleRows.settings("rev-2"));
    ports.control().put(SampleRows.settings("rev-2"));

    // When
    ports.control().prune("rev-1");
    ports.control().prune("rev-1");

    // Then
    assertThat(ports.control().revisions()).containsExactly("rev-2");
    assertThat(ports.node().settings("rev-1")).isEmpty();
    assertThat(ports.node().settings("rev-2")).contains(SampleRows.settings("rev-2"));
  }

  @Test
  default void shouldRememberAStepUntilItHasEnded() {
    // Given
    StepJournal stepJournal = emptyRegistry().control().journal();
    StepJournal.Entry create = new StepJournal.Entry("create-group", "create the group", 100);
    stepJournal.begin(create);
    stepJournal.begin(new StepJournal.Entry("terminate-i-1", "terminate i-1", 110));

    // When
    stepJournal.begin(new StepJournal.Entry("create-group", "the same, seen later", 200));
    stepJournal.end("terminate-i-1");
    stepJournal.end("terminate-i-1");

    // Then
    assertThat(stepJournal.open()).containsExactly(create);
  }
}
