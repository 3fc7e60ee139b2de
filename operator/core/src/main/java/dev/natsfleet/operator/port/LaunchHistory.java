package dev.natsfleet.operator.port;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the launches of a group. A launch that found no capacity says nothing about its template,
 * nor does one that was cancelled because somebody ended the instance on purpose.
 */
public final class LaunchHistory {

  private LaunchHistory() {}

  /** The launches that failed since the newest that succeeded. */
  public static NodeGroup.Failures failures(List<ScalingActivity> newestFirst) {
    Set<String> ended =
        newestFirst.stream()
            .flatMap(activity -> activity.wantedEnd().stream())
            .collect(Collectors.toSet());
    List<ScalingActivity> judged =
        newestFirst.stream()
            .filter(ScalingActivity::isFinishedLaunch)
            .takeWhile(launch -> launch.outcome() != ScalingActivity.ActivityOutcome.SUCCESSFUL)
            .filter(launch -> !isWantedEnd(launch, ended))
            .toList();
    List<ScalingActivity> failed =
        judged.stream().filter(launch -> !launch.isShortOfCapacity()).toList();
    return new NodeGroup.Failures(
        failed.stream().map(ScalingActivity::id).toList(),
        failed.stream().findFirst().map(ScalingActivity::message).orElse(""),
        shortage(newestFirst, judged));
  }

  /** A launch that is under way may find what the one before did not. */
  private static String shortage(List<ScalingActivity> newestFirst, List<ScalingActivity> judged) {
    boolean underWay =
        newestFirst.stream()
            .filter(ScalingActivity::isLaunch)
            .findFirst()
            .filter(launch -> launch.outcome() == ScalingActivity.ActivityOutcome.OPEN)
            .isPresent();
    return judged.stream()
        .findFirst()
        .filter(launch -> !underWay && launch.isShortOfCapacity())
        .map(ScalingActivity::message)
        .orElse("");
  }

  /** A launch that its own hook gave up is a failure, whoever ends the instance afterwards. */
  private static boolean isWantedEnd(ScalingActivity launch, Set<String> ended) {
    return launch.outcome() == ScalingActivity.ActivityOutcome.CANCELLED
        && !launch.message().contains("was abandoned")
        && launch.instance().filter(ended::contains).isPresent();
  }
}
