package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of every registry for its tables. */
public interface TablesContract {

  /**
   * The tables of one cluster as the operator of this owner sees them. The cluster is the same
   * during a test.
   */
  Tables tables(String owner);

  @Test
  default void shouldCreateTablesThatCanBeUsed() {
    // Given
    Tables tables = tables("uid-1");
    assertThat(tables.state()).isEqualTo(Tables.State.ABSENT);

    // When
    tables.create();
    tables.create();

    // Then
    assertThat(tables.state()).isEqualTo(Tables.State.ACTIVE);
  }

  @Test
  default void shouldLetAnotherOwnerTakeOverWhatWasReleased() {
    // Given
    ReleaseMark mark = new ReleaseMark("uid-1", Instant.EPOCH);
    Tables first = tables("uid-1");
    Tables second = tables("uid-2");
    first.create();
    // When
    second.release(mark);
    Tables.State untouched = first.state();
    first.release(mark);
    Set<String> released = second.holders();
    first.delete();
    second.adopt("uid-1");
    second.adopt(mark.toString());
    // Then
    assertThat(untouched).isEqualTo(Tables.State.ACTIVE);
    assertThat(released).containsExactly(mark.toString());
    assertThat(second.state()).isEqualTo(Tables.State.ACTIVE);
    assertThat(first.state()).isEqualTo(Tables.State.FOREIGN);
  }

  @Test
  default void shouldDeleteItsOwnTables() {
    // Given
    Tables tables = tables("uid-1");
    tables.create();

    // When
    tables.delete();
    tables.delete();

    // Then
    assertThat(tables.state()).isEqualTo(Tables.State.ABSENT);
  }

  @Test
  default void shouldNeverTouchTablesOfAnotherOwner() {
    // Given
    Tables ours = tables("uid-1");
    Tables theirs = tables("uid-2");
    ours.create();

    // When
    theirs.create();
    theirs.delete();

    // Then
    assertThat(theirs.state()).isEqualTo(Tables.State.FOREIGN);
    assertThat(ours.state()).isEqualTo(Tables.State.ACTIVE);
  }
}
