package dev.natsfleet.local.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.imds.MetadataServers;
import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudDriverTest {

  private static final Caller ANN = new Caller("AKIAANN", "arn:aws:iam::123456789012:user/ann");
  private static final TemplateContent CONTENT =
      new TemplateContent(
          "ami-0a1b2c3d4e5f60001",
          "c7g.large",
          List.of(),
          null,
          null,
          MetadataOptions.NONE,
          List.of(),
          null,
          Map.of());

  private static CloudDriver driver(RecordingMachineHost machines) {
    return new CloudDriver(
            Catalogue.STANDARD, CloudDelays.QUICK, 3, machines, new MetadataServers(0))
        .start();
  }

  private static Instance launch(CloudDriver driver) {
    Ec2Command.Count one = new Ec2Command.Count(1, 1);
    Ec2Command command = new Ec2Command.RunInstances(null, null, CONTENT, null, one, null);
    Ec2Result result = driver.call(cloud -> cloud.ec2(ANN, command).orThrow());
    return ((Ec2Result.Launched) result).instances().getFirst();
  }

  private static Instance instance(CloudDriver driver, String id) {
    Ec2Command command =
        new Ec2Command.DescribeInstances(List.of(id), List.of(), PageRequest.FIRST);
    Ec2Result result = driver.call(cloud -> cloud.ec2(ANN, command).orThrow());
    return ((Ec2Result.InstancePage) result).page().items().getFirst();
  }

  private static void await(CloudDriver driver, String id, InstanceState state) {
    Await.until(
        id + " is " + state,
        () -> instance(driver, id).state() == state,
        Duration.ofSeconds(20),
        () -> instance(driver, id).toString());
  }

  @Test
  void shouldStartAndStopTheMachineOfAnInstance() {
    // Given
    RecordingMachineHost machines = new RecordingMachineHost(0);
    try (CloudDriver driver = driver(machines)) {

      // When
      Instance instance = launch(driver);
      await(driver, instance.id(), InstanceState.RUNNING);
      driver.run(
          cloud ->
              cloud.ec2(ANN, new Ec2Command.TerminateInstances(List.of(instance.id()))).orThrow());
      await(driver, instance.id(), InstanceState.TERMINATED);

      // Then
      String address = instance.address();
      assertThat(machines.calls)
          .containsExactly(
              "start " + instance.id() + " " + address + " " + address, "stop " + instance.id());
    }
  }

  @Test
  void shouldTerminateAnInstanceWhoseMachineDoesNotStart() {
    // Given
    try (CloudDriver driver = driver(new RecordingMachineHost(1))) {

      // When
      Instance instance = launch(driver);
      await(driver, instance.id(), InstanceState.TERMINATED);

      // Then
      assertThat(instance(driver, instance.id()).reason())
          .isEqualTo(
              new Instance.StateReason(
                  "Server.InternalError", "Server.InternalError: no memory left"));
    }
  }

  @Test
  void shouldCutThePowerAtOnce() {
    // Given
    RecordingMachineHost machines = new RecordingMachineHost(0);
    try (CloudDriver driver = driver(machines)) {
      Instance instance = launch(driver);

      // When
      driver.run(cloud -> cloud.faults().kill(instance.id()));
      await(driver, instance.id(), InstanceState.TERMINATED);

      // Then
      assertThat(machines.calls).last().isEqualTo("kill " + instance.id());
    }
  }

  @Test
  void shouldPushTheClockAhead() {
    try (CloudDriver driver = driver(new RecordingMachineHost(0))) {
      Instant before = driver.call(cloud -> cloud.now());
      driver.advanceClock(Duration.ofHours(2));
      assertThat(driver.<Instant>call(cloud -> cloud.now())).isAfter(before.plusSeconds(7199));
    }
  }
}
