package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.StepJournal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DynamoDB ends a page after one megabyte. */
@Tag("server")
class LargeTablePagesTest {

  private static final int ROWS = 60;
  private static final String LONG = "x".repeat(40_000);

  private final ClusterId cluster = SharedDynamo.cluster();
  private final DynamoRegistry registry = SharedDynamo.registry(cluster);

  @Test
  void shouldReadEveryRowOfATableThatIsLongerThanAPage() {
    // Given
    OriginalAwsNats original = new OriginalAwsNats(SharedDynamo.CLIENT, cluster.nodesTable());
    for (int i = 0; i < ROWS; i++) {
      original.put("10.0.0." + i, 100, "working", LONG);
    }
    assertThat(
            SharedDynamo.CLIENT
                .scan(scan -> scan.tableName(cluster.nodesTable()))
                .hasLastEvaluatedKey())
        .as("one page does not hold them")
        .isTrue();

    // Then
    assertThat(registry.node().rows())
        .hasSize(ROWS)
        .extracting(NodeRow::ip)
        .doesNotHaveDuplicates();
    assertThat(registry.nodeRows().rows()).hasSize(ROWS);
  }

  @Test
  void shouldReadEveryStepOfAJournalThatIsLongerThanAPage() {
    // Given
    StepJournal stepJournal = registry.control().journal();
    for (int i = 0; i < ROWS; i++) {
      stepJournal.begin(new StepJournal.Entry("step-" + i, LONG, i));
    }

    // Then
    assertThat(stepJournal.open()).hasSize(ROWS);
  }
}
