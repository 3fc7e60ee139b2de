package dev.natsfleet.local.whole;

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
 * What a cluster looks like when nothing is left to do. Two of the same specification are equal,
 * whatever happened on the way.
 *
 * @param size minimum, desired and maximum of the group
 * @param members lifecycle and health of each
 * @param rows state and routes that each reports
 * @param endpoints how many addresses its Service leads to
 * @param templateVersions one for each hash
 * @param journal steps that were begun and not ended
 * @param strays processes of machines that are no more
 */
record EndState(
    List<Integer> size,
    List<String> members,
    List<String> rows,
    int endpoints,
    List<String> templateVersions,
    List<String> journal,
    List<String> strays) {

  /** As it is now. */
  static EndState of(Trial trial) {
    ClusterView view = trial.view();
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
        strays(trial));
  }

  private static String line(NodeRow.Fleet row) {
    return row.beat().report().state() + " with " + row.beat().report().routesUp() + " routes";
  }

  private static List<String> strays(Trial trial) {
    Set<String> alive = Set.copyOf(trial.instances());
    try (Stream<Path> machines = Files.list(trial.fleet().cloud().instances())) {
      return machines
          .map(disk -> disk.getFileName().toString())
          .filter(instance -> !alive.contains(instance))
          .filter(instance -> !trial.view().machines().processes(instance).isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
