package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every registry promises about its tables. */
public interface TablesContract {

  /**
   * The tables of one cluster, the same for the whole test, as the operator of an owner sees them.
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
