package dev.natsfleet.simulation.world;

import dev.natsfleet.agent.config.ListenAddresses;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.simulation.call.CallFaults;
import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.clock.WallClock;
import dev.natsfleet.simulation.cloud.CloudInstances;
import dev.natsfleet.simulation.cloud.CloudLaunchTemplates;
import dev.natsfleet.simulation.cloud.CloudNodeGroups;
import dev.natsfleet.simulation.cloud.CloudRegionResources;
import dev.natsfleet.simulation.cloud.SimulatedCloud;
import dev.natsfleet.simulation.kubernetes.SimulatedKubernetes;
import dev.natsfleet.simulation.node.NodeServices;
import dev.natsfleet.simulation.node.RouteMesh;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.operator.SimulatedOperator;
import dev.natsfleet.simulation.registry.SimulatedRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The world of one cluster. */
public final class SimulatedWorld implements WorldObserver {

  /** What the operator of the other fleet is called. */
  public static final String OTHER_FLEET = "operator of another fleet";

  /** The cluster. */
  public static final ClusterId CLUSTER = new ClusterId("shop", "orders");

  /** The owner that everything of it is marked with. */
  public static final String OWNER = "uid-1";

  /** The owner of a cluster of the same namespace and name in another Kubernetes. */
  public static final String OTHER_OWNER = "uid-2";

  /** Name of its group and of its launch template. */
  public static final String GROUP = CLUSTER.awsName() + ".core";

  private static final Duration TABLE_CREATION = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final long seed;
  private final VirtualClock clock = new VirtualClock();
  private final EventLog log = new EventLog(clock);
  private final CallFaults faults = new CallFaults();
  private final SimulatedRegistry registry = new SimulatedRegistry(clock, TABLE_CREATION);
  private final Set<String> missingResources = new TreeSet<>();
  private final WallClock operatorWall = new WallClock(clock);
  private final List<WorldObserver> observers = new ArrayList<>();
  private final SimulatedKubernetes kubernetes;
  private final DeclaredImages images;
  private final SimulatedCloud cloud;
  private final MachinePark machines;
  private final RouteMesh mesh;
  private final OperatorDeployment operators;
  private final NodeServices nodeServices;

  /** A world in which this object was just created; nothing runs until {@link #start}. */
  public SimulatedWorld(long seed, NatsClusterSpec spec) {
    this.seed = seed;
    this.kubernetes = new SimulatedKubernetes(CLUSTER, OWNER, spec);
    this.images = new DeclaredImages(kubernetes);
    this.machines = new MachinePark(clock, log, seed, this::nodeServices, this::machineEnded);
    this.cloud = new SimulatedCloud(clock, seed, machines::carryOut);
    this.mesh = new RouteMesh(clock, machines.all());
    this.operators = new OperatorDeployment(clock, this::operator);
    ServerConfig config =
        new ServerConfig(
            new ListenAddresses(
                new ListenAddresses.ServerPorts(4222, 6222, 8222),
                "127.0.0.1",
                "/var/lib/natsfleet"),
            new ConfigJson()::read);
    this.nodeServices =
        new NodeServices(clock, log, seed, CLUSTER, faults, registry, cloud, config, this, mesh);
  }

  private NodeServices nodeServices() {
    return nodeServices;
  }

  private void machineEnded(String instance) {
    cloud.change(c -> c.machineStopped(instance));
  }

  private SimulatedOperator operator(String name, boolean older) {
    return new SimulatedOperator(
        name,
        new SimulatedOperator.Environment(
            clock,
            log,
            seed,
            operatorWall,
            faults,
            kubernetes,
            ports(kubernetes, OWNER),
            older ? SimulatedWorld::asOlderVersionReads : object -> object,
            this));
  }

  /**
   * Starts an operator in another Kubernetes with a NatsCluster of the same namespace and name, in
   * the same account, until the action ends it or nothing is left under these names.
   */
  public Runnable startOtherFleet() {
    if (group().isEmpty()) {
      log.add("FAULT", "changes nothing: there is no group");
      return () -> {};
    }
    SimulatedKubernetes other =
        new SimulatedKubernetes(CLUSTER, OTHER_OWNER, kubernetes.lastObject().spec());
    SimulatedOperator operator =
        new SimulatedOperator(
            OTHER_FLEET,
            new SimulatedOperator.Environment(
                clock,
                log,
                seed,
                operatorWall,
                faults,
                other,
                ports(other, OTHER_OWNER),
                object -> object,
                new OtherFleetObserver(this)));
    operator.start();
    clock.every(
        LOOK,
        () -> {
          if (group().isEmpty()) {
            operator.kill();
          }
        });
    return operator::kill;
  }

  /** An older version of the operator does not know every field of the specification. */
  private static DesiredCluster asOlderVersionReads(DesiredCluster object) {
    return new DesiredCluster(
        object.id(),
        object.owner(),
        object.generation(),
        object.deleting(),
        SampleSpec.withoutServer(object.spec()),
        object.annotations());
  }

  private Ports ports(SimulatedKubernetes endpoints, String owner) {
    return new Ports(
        new CloudNodeGroups(cloud, GROUP),
        new CloudLaunchTemplates(cloud, GROUP),
        new CloudInstances(cloud, GROUP),
        new CloudRegionResources(cloud, images::named, missingResources),
        registry.tables(owner),
        registry,
        registry,
        endpoints,
        notice -> {});
  }

  /** Starts the operator and the mesh. */
  public void start() {
    mesh.start();
    operators.start(1);
  }

  /** Tells of everything that follows. */
  public void addObserver(WorldObserver observer) {
    observers.add(observer);
  }

  /** Its time. */
  public VirtualClock clock() {
    return clock;
  }

  /** What happened in it. */
  public EventLog log() {
    return log;
  }

  /** What is wrong with calls. */
  public CallFaults faults() {
    return faults;
  }

  /** The registry. */
  public SimulatedRegistry registry() {
    return registry;
  }

  /** Kubernetes. */
  public SimulatedKubernetes kubernetes() {
    return kubernetes;
  }

  /** The images that nodes may be launched from. */
  public DeclaredImages images() {
    return images;
  }

  /** AWS. */
  public SimulatedCloud cloud() {
    return cloud;
  }

  /** The machines. */
  public MachinePark machines() {
    return machines;
  }

  /** The links between the servers. */
  public RouteMesh mesh() {
    return mesh;
  }

  /** The operators. */
  public OperatorDeployment operators() {
    return operators;
  }

  /** What every agent works with. */
  public NodeServices services() {
    return nodeServices;
  }

  /** Ids of images, subnets and security groups that are gone. */
  public Set<String> missingResources() {
    return missingResources;
  }

  /** The wall clock of the operators. */
  public WallClock operatorWall() {
    return operatorWall;
  }

  /** The group as it is. */
  public Optional<GroupView> group() {
    return cloud.group(GROUP);
  }

  @Override
  public void stepped(SimulatedMachine machine, Node before, Node after) {
    observers.forEach(observer -> observer.stepped(machine, before, after));
  }

  @Override
  public void passBegins(String operator) {
    observers.forEach(observer -> observer.passBegins(operator));
  }

  @Override
  public void passEnded(String operator, Outcome outcome) {
    observers.forEach(observer -> observer.passEnded(operator, outcome));
  }

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    observers.forEach(observer -> observer.calling(operator, call, arguments));
  }
}
