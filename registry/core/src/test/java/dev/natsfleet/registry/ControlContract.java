package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a registry promises about the control table. */
public interface ControlContract {

  /** A registry that nothing was written to yet. */
  Opened open();

  @Test
  default void shouldShowTheClusterToItsNodes() {
    // Given
    Opened opened = open();
    assertThat(opened.node().cluster()).isEmpty();

    // When
    boolean first = opened.control().put(new ClusterRow("uid-1", "rev-1"));
    boolean second = opened.control().put(new ClusterRow("uid-1", "rev-2"));

    // Then
    assertThat(first).isTrue();
    assertThat(second).isTrue();
    assertThat(opened.node().cluster()).contains(new ClusterRow("uid-1", "rev-2"));
    assertThat(opened.control().cluster()).contains(new ClusterRow("uid-1", "rev-2"));
  }

  @Test
  default void shouldNotTakeAClusterFromItsOwner() {
    // Given
    ControlRows control = open().control();
    control.put(new ClusterRow("uid-1", "rev-1"));

    // When
    boolean taken = control.put(new ClusterRow("uid-2", "rev-9"));

    // Then
    assertThat(taken).isFalse();
    assertThat(control.cluster()).contains(new ClusterRow("uid-1", "rev-1"));
  }

  @Test
  default void shouldGiveAReleasedClusterToTheNextOwner() {
    // Given
    ControlRows control = open().control();
    Released mark = new Released(new ClusterId("shop", "orders"), Instant.EPOCH);
    control.put(new ClusterRow("uid-1", "rev-1"));
    // When
    control.release("uid-0", mark);
    boolean early = control.put(new ClusterRow("uid-2", "rev-2"));
    control.release("uid-1", mark);
    // Then
    assertThat(early).isFalse();
    assertThat(control.cluster()).contains(new ClusterRow(mark.toString(), "rev-1"));
    assertThat(control.put(new ClusterRow("uid-2", "rev-2"))).isTrue();
    assertThat(control.put(new ClusterRow("uid-1", "rev-1"))).isFalse();
  }

  @Test
  default void shouldKeepSettingsUntilTheyArePruned() {
    // Given
    Opened opened = open();
    opened.control().put(Samples.settings("rev-1"));
    opened.control().put(Samples.settings("rev-2"));
    opened.control().put(Samples.settings("rev-2"));

    // When
    opened.control().prune("rev-1");
    opened.control().prune("rev-1");

    // Then
    assertThat(opened.control().revisions()).containsExactly("rev-2");
    assertThat(opened.node().settings("rev-1")).isEmpty();
    assertThat(opened.node().settings("rev-2")).contains(Samples.settings("rev-2"));
  }

  @Test
  default void shouldRememberAStepUntilItHasEnded() {
    // Given
    Journal journal = open().control().journal();
    Journal.Entry create = new Journal.Entry("create-group", "create the group", 100);
    journal.begin(create);
    journal.begin(new Journal.Entry("terminate-i-1", "terminate i-1", 110));

    // When
    journal.begin(new Journal.Entry("create-group", "the same, seen later", 200));
    journal.end("terminate-i-1");
    journal.end("terminate-i-1");

    // Then
    assertThat(journal.open()).containsExactly(create);
  }
}
