package dev.natsfleet.logs.receiver.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.ownership.ElasticOwnership.CopyGroup;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticShareTest {

  /** Four partitions of three receivers were 2, 2 and 0 for ever, because all kept up to two. */
  @ParameterizedTest
  @CsvSource({"4, 1", "4, 2", "4, 3", "4, 4", "16, 3", "16, 5", "16, 7", "5, 4", "1, 1"})
  void shouldShareAllPartitionsSoThatNoneHasTwoMoreThanAnother(int partitions, int receivers) {
    List<Integer> shares = shares(partitions, receivers);

    assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(partitions);
    assertThat(shares).allMatch(share -> share - partitions / receivers <= 1);
  }

  @ParameterizedTest
  @CsvSource({"4, 5", "1, 3"})
  void shouldLetEveryReceiverTakeAPartitionThatBecomesFree(int partitions, int receivers) {
    assertThat(shares(partitions, receivers)).containsOnly(1);
  }

  private static List<Integer> shares(int partitions, int receivers) {
    List<CopyGroup> groups =
        IntStream.range(0, receivers)
            .mapToObj(i -> new CopyGroup("main", "r" + i, partitions))
            .toList();
    List<String> alive = groups.stream().map(CopyGroup::memberKey).toList();
    return groups.stream().map(group -> group.share(alive)).toList();
  }
}
