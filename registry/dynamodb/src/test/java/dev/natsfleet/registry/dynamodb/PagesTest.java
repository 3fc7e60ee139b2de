package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.NodeRow;
import org.junit.jupiter.api.Test;

/** DynamoDB ends a page after one megabyte. */
class PagesTest {

  private static final int ROWS = 60;
  private static final String LONG = "x".repeat(40_000);

  private final ClusterId cluster = Lab.cluster();
  private final DynamoRegistry registry = Lab.registry(cluster);

  @Test
  void shouldReadEveryRowOfATableThatIsLongerThanAPage() {
    // Given
    AwsNats original = new AwsNats(Lab.CLIENT, cluster.nodesTable());
    for (int i = 0; i < ROWS; i++) {
      original.put("10.0.0." + i, 100, "working", LONG);
    }
    assertThat(Lab.CLIENT.scan(scan -> scan.tableName(cluster.nodesTable())).hasLastEvaluatedKey())
        .as("one page does not hold them")
        .isTrue();

    // Then
    assertThat(registry.node().rows())
        .hasSize(ROWS)
        .extracting(NodeRow::ip)
        .doesNotHaveDuplicates();
    assertThat(registry.fleet().rows()).hasSize(ROWS);
  }

  @Test
  void shouldReadEveryStepOfAJournalThatIsLongerThanAPage() {
    // Given
    Journal journal = registry.control().journal();
    for (int i = 0; i < ROWS; i++) {
      journal.begin(new Journal.Entry("step-" + i, LONG, i));
    }

    // Then
    assertThat(journal.open()).hasSize(ROWS);
  }
}
