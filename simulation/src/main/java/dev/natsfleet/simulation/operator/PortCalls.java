package dev.natsfleet.simulation.operator;

import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.operator.port.LaunchTemplates;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.port.RegionResources;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.simulation.call.CallFault.CallEffect;
import dev.natsfleet.simulation.call.CallFaults;
import dev.natsfleet.simulation.call.CallLatency;
import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.call.RemoteService;
import dev.natsfleet.simulation.clock.VirtualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an operator and its ports. Every call takes virtual time, in which the rest of the
 * world goes on; before and after it the operator may be killed, and a fault may decide what
 * becomes of it.
 */
final class PortCalls {

  private static final Set<String> READS =
      Set.of(
          "observe",
          "state",
          "newestFailure",
          "holders",
          "rows",
          "cluster",
          "revisions",
          "open",
          "image",
          "zones",
          "securityGroups");

  /** DynamoDB's rows are read strongly consistent; its tables and all of AWS are not. */
  private static final Set<Class<?>> CONSISTENT =
      Set.of(NodeRows.class, ControlTable.class, StepJournal.class, ServiceEndpoints.class);

  /** A process that is stopped is looked at so often. */
  private static final Duration STOPPED = Duration.ofMillis(100);

  private static final Duration AGE = Duration.ofSeconds(12);

  private final VirtualClock clock;
  private final CallFaults faults;
  private final CallSource source;
  private final CallLatency latency;
  private final OperatorObserver observer;
  private final ReadHistory history = new ReadHistory();
  private boolean killed;
  private boolean frozen;

  PortCalls(
      VirtualClock clock,
      CallFaults faults,
      CallSource source,
      CallLatency latency,
      OperatorObserver observer) {
    this.clock = clock;
    this.faults = faults;
    this.source = source;
    this.latency = latency;
    this.observer = observer;
  }

  void kill() {
    killed = true;
  }

  /** Whether the process is stopped: a call that it makes goes on when it does. */
  void freeze(boolean stopped) {
    frozen = stopped;
  }

  /** The same ports behind this. */
  Ports around(Ports ports) {
    return new Ports(
        wrap(NodeGroups.class, RemoteService.AWS, ports.groups()),
        wrap(LaunchTemplates.class, RemoteService.AWS, ports.launchTemplates()),
        wrap(Instances.class, RemoteService.AWS, ports.instances()),
        wrap(RegionResources.class, RemoteService.AWS, ports.regionResources()),
        wrap(Tables.class, RemoteService.REGISTRY, ports.tables()),
        wrap(NodeRows.class, RemoteService.REGISTRY, ports.nodeRows()),
        wrap(ControlTable.class, RemoteService.REGISTRY, ports.control()),
        wrap(ServiceEndpoints.class, RemoteService.KUBERNETES, ports.endpoints()),
        ports.events());
  }

  ClusterStatus around(ClusterStatus status) {
    return wrap(ClusterStatus.class, RemoteService.KUBERNETES, status);
  }

  private <T> T wrap(Class<T> port, RemoteService service, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) ->
                call(
                    new Call(
                        port,
                        service,
                        real,
                        method,
                        arguments == null ? List.of() : Arrays.asList(arguments))));
    return port.cast(proxy);
  }

  /** One call of one port. */
  private record Call(
      Class<?> port, RemoteService service, Object real, Method method, List<Object> arguments) {

    String name() {
      return port.getSimpleName() + "." + method.getName();
    }

    boolean isRead() {
      return READS.contains(method.getName());
    }

    boolean canBeStale() {
      return isRead() && !CONSISTENT.contains(port);
    }

    @Nullable Object make() throws Throwable {
      try {
        return method.invoke(real, arguments.toArray());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** The answer if nothing existed. */
    Object nothing() {
      Class<?> type = method.getReturnType();
      if (type == Optional.class) {
        return Optional.empty();
      } else if (type == String.class) {
        return "";
      } else if (type == Map.class) {
        return Map.of();
      } else if (type == Set.class) {
        return new TreeSet<>();
      }
      return type == List.class ? List.of() : Tables.State.ABSENT;
    }
  }

  private @Nullable Object call(Call call) throws Throwable {
    if (call.method().getReturnType() == StepJournal.class) {
      return wrap(
          StepJournal.class, call.service(), (StepJournal) Objects.requireNonNull(call.make()));
    }
    pass(latency.between(5, 60));
    Optional<CallEffect> effect = faults.find(source, call.service(), call.name());
    Object answer = effect.isPresent() ? disturb(call, effect.get()) : make(call);
    pass(Duration.ZERO);
    return answer;
  }

  private @Nullable Object make(Call call) throws Throwable {
    if (!call.isRead()) {
      observer.calling(source.name(), call.name(), call.arguments());
      return call.make();
    }
    Object answer = call.make();
    if (call.canBeStale()) {
      history.add(key(call), clock.nanos(), answer);
    }
    return answer;
  }

  private static String key(Call call) {
    return call.name() + call.arguments();
  }

  private @Nullable Object disturb(Call call, CallEffect effect) throws Throwable {
    return switch (effect) {
      case CUT -> throw failure(call, Kind.UNAVAILABLE, call.service().connectLimit());
      case HUNG -> throw failure(call, Kind.UNAVAILABLE, call.service().limit());
      case THROTTLED -> throw failure(call, Kind.THROTTLED, Duration.ofSeconds(1));
      case DENIED -> throw failure(call, Kind.DENIED, Duration.ZERO);
      case ANSWER_LOST -> {
        make(call);
        throw failure(call, Kind.UNAVAILABLE, call.service().connectLimit());
      }
      case STALE -> call.canBeStale() ? stale(call) : make(call);
      case ABSENT -> call.canBeStale() ? call.nothing() : make(call);
    };
  }

  private @Nullable Object stale(Call call) throws Throwable {
    Object fresh = make(call);
    return history.stale(key(call), clock.nanos(), AGE, fresh);
  }

  private PortException failure(Call call, Kind kind, Duration after) {
    pass(after);
    return new PortException(kind, call.name() + ": the call is " + kind);
  }

  /** Lets time pass, more if the process is stopped; one that is killed does not come back. */
  private void pass(Duration time) {
    if (!killed && !time.isZero()) {
      clock.advance(time);
    }
    while (frozen && !killed && !clock.isStopped()) {
      clock.advance(STOPPED);
    }
    if (killed || clock.isStopped()) {
      throw new OperatorKilled();
    }
  }
}
