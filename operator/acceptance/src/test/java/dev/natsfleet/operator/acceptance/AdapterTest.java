package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.local.cloud.guard.Service;
import dev.natsfleet.operator.aws.AwsRegion;
import dev.natsfleet.operator.port.Catalogue;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.port.TemplateSpec;
import dev.natsfleet.operator.port.Templates;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ports in AWS keep what they promise, over the wire. */
class AdapterTest {

  private static final Set<String> SUBNETS =
      Set.of("subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002");
  private static final Map<String, String> SDK =
      Map.of(
          "aws.endpointUrl", Lab.aws().endpoint().toString(),
          "aws.accessKeyId", "AKIAOPERATOR",
          "aws.secretAccessKey", "secret");

  private static final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private static AwsRegion region;

  @BeforeAll
  static void open() {
    SDK.forEach(System::setProperty);
    region =
        AwsRegion.open("eu-west-1", (s, operation, r) -> calls.add(operation), System::nanoTime);
  }

  @AfterAll
  static void close() {
    region.close();
    SDK.keySet().forEach(System::clearProperty);
  }

  @Test
  void shouldSeeTheGroupThatItCreated() {
    // Given
    NodeGroups groups = region.groups(id("create"));
    GroupSpec spec = spec("create", new Size(0, 0, 5));

    // When
    groups.create(spec);

    // Then
    assertThat(groups.observe())
        .contains(
            new Group(
                "uid-create",
                false,
                spec.size(),
                1L,
                spec.subnets(),
                Map.of("natsfleet-launch", spec.hooks().getFirst()),
                spec.tags(),
                true,
                spec.suspended(),
                List.of(),
                Group.Failures.NONE));
    assertThat(kind(() -> groups.create(spec))).isEqualTo(Kind.CONFLICT);
    groups.delete();
    groups.delete();
    assertThat(groups.observe()).isEmpty();
  }

  @Test
  void shouldBringEveryFieldToWhatIsWanted() {
    // Given
    NodeGroups groups = region.groups(id("correct"));
    groups.create(spec("correct", new Size(0, 0, 5)));
    region.templates(id("correct")).create(template("correct", "c7g.xlarge"), "hash2");
    GroupSpec wanted =
        new GroupSpec(
            new Size(0, 0, 5),
            2,
            new TreeSet<>(Set.of("subnet-0a1b2c3d4e5f60003")),
            List.of(
                new Hook("natsfleet-launch", Hook.Transition.LAUNCHING, 60, Hook.Result.CONTINUE)),
            new TreeMap<>(Map.of("natsfleet:owner", "uid-correct", "team", "billing")),
            false,
            new TreeSet<>(Set.of("ReplaceUnhealthy")));

    // When
    groups.correct(wanted, EnumSet.allOf(GroupField.class));

    // Then
    Group group = groups.observe().orElseThrow();
    assertThat(group.templateVersion()).isEqualTo(2);
    assertThat(group.subnets()).isEqualTo(wanted.subnets());
    assertThat(group.hooks()).containsValue(wanted.hooks().getFirst());
    assertThat(group.tags()).containsAllEntriesOf(wanted.tags());
    assertThat(group.protectedFromScaleIn()).isFalse();
    assertThat(group.suspended()).isEqualTo(wanted.suspended());
    groups.delete();
  }

  @Test
  void shouldShrinkOnceForAMemberThatIsTerminatedTwice() {
    // Given
    NodeGroups groups = region.groups(id("shrink"));
    groups.create(spec("shrink", new Size(0, 2, 5)));
    DriftTest.await("two members", () -> groups.observe().orElseThrow().members().size() == 2);
    String victim = groups.observe().orElseThrow().members().getFirst().instance();

    // When
    groups.terminate(victim, Capacity.SHRINK);
    groups.terminate(victim, Capacity.SHRINK);

    // Then
    assertThat(groups.observe().orElseThrow().desired()).isOne();
    assertThat(kind(groups::delete)).isEqualTo(Kind.CONFLICT);
    groups.resize(new Size(0, 0, 5));
    groups
        .observe()
        .orElseThrow()
        .members()
        .forEach(m -> groups.terminate(m.instance(), Capacity.KEEP));
  }

  @Test
  void shouldMakeOneVersionForOneHash() {
    // Given
    Templates templates = region.templates(id("hash"));
    TemplateSpec spec = template("hash", "c7g.large");

    // When
    templates.create(spec, "a");
    templates.create(template("hash", "c7g.xlarge"), "b");
    templates.create(template("hash", "c7g.xlarge"), "b");

    // Then
    assertThat(templates.observe())
        .hasValueSatisfying(
            t -> {
              assertThat(t.owner()).isEqualTo("uid-hash");
              assertThat(t.defaultVersion()).isEqualTo(2);
              assertThat(t.versions())
                  .containsExactlyInAnyOrder(
                      new Template.Version(1, "a"), new Template.Version(2, "b"));
            });
    templates.prune(1);
    templates.prune(1);
    assertThat(templates.observe().orElseThrow().versions()).hasSize(1);
    templates.delete();
    templates.delete();
    assertThat(templates.observe()).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatDoesNotExist() {
    // Given
    Catalogue catalogue = region.catalogue();

    // When / Then
    assertThat(catalogue.zones(List.of("subnet-0a1b2c3d4e5f60001", "subnet-0123456789abcdef0")))
        .isEqualTo(Map.of("subnet-0a1b2c3d4e5f60001", "eu-west-1a"));
    assertThat(catalogue.securityGroups(List.of("sg-0a1b2c3d4e5f60001", "sg-0123456789abcdef0")))
        .containsExactly("sg-0a1b2c3d4e5f60001");
    assertThat(catalogue.image(new NodeTemplate.Image("ami-0123456789abcdef0", null))).isEmpty();
    assertThat(catalogue.image(new NodeTemplate.Image(null, "/no/such/parameter"))).isEmpty();
    assertThat(catalogue.image(new NodeTemplate.Image("ami-0a1b2c3d4e5f60001", null)))
        .contains("ami-0a1b2c3d4e5f60001");
  }

  @Test
  void shouldReadAllGroupsInOneCall() {
    // Given
    List<NodeGroups> fleet =
        List.of("one", "two", "three").stream().map(name -> region.groups(id(name))).toList();
    fleet.forEach(NodeGroups::observe);
    DriftTest.await("an answer grows old", () -> countsOneReadOf(fleet));
  }

  @Test
  void shouldNameWhatHasToBeAllowed() {
    // Given
    Lab.aws().guard(guard -> guard.deny("ec2:DescribeImages"));

    // When
    PortException denied =
        catchThrowableOfType(
            PortException.class,
            () -> region.catalogue().image(new NodeTemplate.Image("ami-0a1b2c3d4e5f60001", null)));

    // Then
    Lab.aws().guard(guard -> guard.allow("ec2:DescribeImages"));
    assertThat(denied.kind()).isEqualTo(Kind.DENIED);
    assertThat(denied).hasMessageContainingAll("allow ec2:DescribeImages", "ami-0a1b2c3d4e5f60001");
  }

  @Test
  void shouldGiveUpSoonWhenItIsThrottled() {
    // Given
    Lab.aws().guard(guard -> guard.throttle(Service.SSM, 0, 0));

    // When
    Kind kind = kind(() -> region.catalogue().image(new NodeTemplate.Image(null, "/any")));

    // Then
    Lab.aws().guard(guard -> guard.unthrottle(Service.SSM));
    assertThat(kind).isEqualTo(Kind.THROTTLED);
  }

  private static boolean countsOneReadOf(List<NodeGroups> fleet) {
    calls.clear();
    fleet.forEach(NodeGroups::observe);
    return List.copyOf(calls).equals(List.of("DescribeAutoScalingGroups"));
  }

  private static Kind kind(Runnable call) {
    return catchThrowableOfType(PortException.class, call::run).kind();
  }

  private static ClusterId id(String name) {
    return new ClusterId("adapters", name);
  }

  private static GroupSpec spec(String name, Size size) {
    region.templates(id(name)).create(template(name, "c7g.large"), "hash1");
    return new GroupSpec(
        size,
        1,
        new TreeSet<>(SUBNETS),
        List.of(new Hook("natsfleet-launch", Hook.Transition.LAUNCHING, 300, Hook.Result.ABANDON)),
        new TreeMap<>(tags(name)),
        true,
        new TreeSet<>(Set.of("AZRebalance")));
  }

  private static TemplateSpec template(String name, String type) {
    return new TemplateSpec(
        "ami-0a1b2c3d4e5f60001",
        type,
        new TreeSet<>(Set.of("sg-0a1b2c3d4e5f60001")),
        "natsfleet-node",
        new TreeMap<>(tags(name)));
  }

  private static Map<String, String> tags(String name) {
    return Map.of("natsfleet:owner", "uid-" + name, "natsfleet:cluster", "adapters/" + name);
  }
}
