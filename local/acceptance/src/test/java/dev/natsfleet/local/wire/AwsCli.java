package dev.natsfleet.local.wire;

import dev.natsfleet.local.proc.ExternalCommand;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.servers.PinnedTool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The AWS CLI, configured for this endpoint. */
record AwsCli(URI endpoint) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Runs a command and returns its text output. */
  String run(String line) {
    return command(line).run().strip();
  }

  /** Runs a command that must fail and returns its output. */
  String fails(String line) {
    ExternalCommand.CommandOutcome commandOutcome = command(line).execute();
    if (commandOutcome.code() == 0) {
      throw new AssertionError("aws " + line + " succeeded: " + commandOutcome.output());
    }
    return commandOutcome.output();
  }

  /** Repeats a command until it prints the wanted text. */
  void until(String line, String wanted) {
    Await.until(
        "aws " + line + " prints " + wanted,
        () -> run(line).equals(wanted),
        PATIENCE,
        () -> run(line));
  }

  private ExternalCommand command(String line) {
    List<String> argv =
        Stream.concat(Stream.of(PinnedTool.AWS.path().toString()), Stream.of(line.split(" ", -1)))
            .toList();
    return new ExternalCommand(
        argv,
        Map.of(
            "AWS_ENDPOINT_URL", endpoint.toString(),
            "AWS_REGION", "eu-west-1",
            "AWS_DEFAULT_REGION", "eu-west-1",
            "AWS_DEFAULT_OUTPUT", "text",
            "AWS_MAX_ATTEMPTS", "1",
            "AWS_PAGER", "",
            "AWS_ACCESS_KEY_ID", "AKIAANN",
            "AWS_SECRET_ACCESS_KEY", "secret"));
  }
}
