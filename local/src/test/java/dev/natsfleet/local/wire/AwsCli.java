package dev.natsfleet.local.wire;

import dev.natsfleet.local.proc.Await;
import dev.natsfleet.local.proc.Command;
import dev.natsfleet.local.servers.Tool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The AWS CLI as somebody would use it against this endpoint. */
record AwsCli(URI endpoint) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a command prints with {@code --output text}. */
  String run(String line) {
    return command(line).run().strip();
  }

  /** What a command that fails prints. */
  String fails(String line) {
    Command.Ended ended = command(line).end();
    if (ended.code() == 0) {
      throw new AssertionError("aws " + line + " succeeded: " + ended.output());
    }
    return ended.output();
  }

  /** Asks until the answer is the one that is wanted. */
  void until(String line, String wanted) {
    Await.until(
        "aws " + line + " prints " + wanted,
        () -> run(line).equals(wanted),
        PATIENCE,
        () -> run(line));
  }

  private Command command(String line) {
    List<String> argv =
        Stream.concat(Stream.of(Tool.AWS.path().toString()), Stream.of(line.split(" ", -1)))
            .toList();
    return new Command(
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
