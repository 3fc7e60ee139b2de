package dev.natsfleet.local.acceptance;

import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.NodeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/**
 * The state of a cluster when nothing is left to do; it depends on the specification only.
 *
 * @param size minimum, desired and maximum of the group
 * @param members lifecycle and health of each
 * @param rows state and routes that each reports
 * @param endpoints number of addresses behind its Service
 * @param templateVersions one for each hash
 * @param journal steps that have begun and not ended
 * @param leftoverProcesses processes of machines that no longer exist
 */
record EndState(
    List<Integer> size,
    List<String> members,
    List<String> rows,
    int endpoints,
    List<String> templateVersions,
    List<String> journal,
    List<String> leftoverProcesses) {

  /** The present state. */
  static EndState of(ClusterUnderTest cluster) {
    ClusterView view = cluster.view();
    Optional<AutoScalingGroup> group = view.aws().group();
    return new EndState(
        group.stream()
            .flatMap(g -> Stream.of(g.minSize(), g.desiredCapacity(), g.maxSize()))
            .toList(),
        group.stream()
            .flatMap(g -> g.instances().stream())
            .map(i -> i.lifecycleStateAsString() + " " + i.healthStatus())
            .toList(),
        view.aws().rows().stream().map(EndState::line).toList(),
        view.kubernetes().endpoints().size(),
        view.aws().templateVersions(),
        view.aws().journal().stream().map(entry -> entry.id()).toList(),
        leftoverProcesses(cluster));
  }

  private static String line(NodeRow.Managed row) {
    return row.beat().report().state() + " with " + row.beat().report().routesUp() + " routes";
  }

  private static List<String> leftoverProcesses(ClusterUnderTest cluster) {
    Set<String> alive = Set.copyOf(cluster.instances());
    try (Stream<Path> machines = Files.list(cluster.fleet().cloud().instances())) {
      return machines
          .map(disk -> disk.getFileName().toString())
          .filter(instance -> !alive.contains(instance))
          .filter(instance -> !cluster.view().machines().processes(instance).isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
