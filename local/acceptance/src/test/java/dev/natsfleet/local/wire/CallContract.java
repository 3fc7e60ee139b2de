package dev.natsfleet.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.wire.CallCase.Call;
import dev.natsfleet.local.wire.CallCase.Expectation;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases that moto's own tests have for the actions that the emulated cloud serves, in our
 * words: {@code calls-*.txt} beside this class. They hold here and in moto, except where the table
 * says so.
 */
interface CallContract {

  Duration LONGEST = Duration.ofSeconds(20);

  URI endpoint();

  /** The name of this server in the table. */
  String server();

  @TestFactory
  default Stream<DynamicTest> shouldAnswerAsTheTableSays() {
    return Stream.of("sts", "ssm", "ec2", "autoscaling")
        .flatMap(
            service ->
                CallTable.read(service, server()).stream()
                    .map(
                        one ->
                            DynamicTest.dynamicTest(service + ": " + one.title(), () -> run(one))));
  }

  private void run(CallCase one) {
    CallClient client = new CallClient(endpoint());
    Map<String, String> variables = variables(client);
    for (Call call : one.calls()) {
      if (call.repeated()) {
        Await.until(
            call.action() + " answers as expected",
            () -> isAsExpected(client, call, variables),
            LONGEST,
            () -> answer(client, call, variables).text());
      } else {
        check(answer(client, call, variables), call, variables);
      }
    }
  }

  private static Map<String, String> variables(CallClient client) {
    Map<String, String> variables = new HashMap<>();
    variables.put("name", "case-" + UUID.randomUUID());
    variables.put(
        "image", client.call("ec2", "DescribeImages", "").at("imagesSet.imageId").getFirst());
    CallAnswer subnets = client.call("ec2", "DescribeSubnets", "");
    variables.put("subnet", subnets.at("subnetSet.subnetId").getFirst());
    variables.put("zone", subnets.at("subnetSet.availabilityZone").getFirst());
    variables.put("vpc", subnets.at("subnetSet.vpcId").getFirst());
    return variables;
  }

  private static boolean isAsExpected(CallClient client, Call call, Map<String, String> variables) {
    try {
      check(answer(client, call, variables), call, variables);
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  private static CallAnswer answer(CallClient client, Call call, Map<String, String> variables) {
    return client.call(call.service(), call.action(), fill(call.parameters(), variables));
  }

  private static String fill(String text, Map<String, String> variables) {
    String filled = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return filled;
  }

  private static void check(CallAnswer answer, Call call, Map<String, String> variables) {
    List<Expectation> expectations = call.expectations();
    boolean failing = expectations.stream().anyMatch(Expectation.Fails.class::isInstance);
    assertThat(answer.status() == 200).as(call.action() + " " + answer.text()).isEqualTo(!failing);
    for (Expectation expectation : expectations) {
      switch (expectation) {
        case Expectation.Fails fails -> {
          assertThat(answer.code()).as(answer.text()).isEqualTo(fails.code());
          assertThat(answer.message()).contains(fill(fails.message(), variables));
        }
        case Expectation.Has has ->
            assertThat(String.join(" ", answer.at(has.path())))
                .as(has.path() + " in " + answer.text())
                .isEqualTo(fill(has.values(), variables));
        case Expectation.Counts counts ->
            assertThat(answer.at(counts.path())).as(answer.text()).hasSize(counts.values());
        case Expectation.Keeps keeps ->
            variables.put(keeps.variable(), answer.at(keeps.path()).getFirst());
      }
    }
  }
}
