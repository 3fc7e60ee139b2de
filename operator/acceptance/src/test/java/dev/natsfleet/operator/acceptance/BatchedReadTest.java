package dev.natsfleet.operator.acceptance;

import dev.natsfleet.operator.port.NodeGroups;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All clusters of a Region are read together. */
@Tag("server")
class BatchedReadTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldReadAllGroupsInOneCall() {
    // Given
    List<NodeGroups> fleet =
        List.of("one", "two", "three").stream()
            .map(name -> aws.region().groups(AwsPorts.id(name)))
            .toList();
    fleet.forEach(NodeGroups::observe);
    OperatorAwait.until("an answer grows old", () -> countsOneReadOf(fleet));
  }

  private boolean countsOneReadOf(List<NodeGroups> fleet) {
    aws.calls().clear();
    fleet.forEach(NodeGroups::observe);
    return List.copyOf(aws.calls()).equals(List.of("DescribeAutoScalingGroups"));
  }
}
