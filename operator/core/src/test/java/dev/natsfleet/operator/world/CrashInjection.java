package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.operator.port.LaunchTemplates;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.port.RegionResources;
import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.StepJournal;
import dev.natsfleet.registry.Tables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator that is killed at a chosen write: just before it is made, or just after. */
public final class CrashInjection {

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

  private final int at;
  private final boolean after;
  private int writes;

  /**
   * Kills at a write.
   *
   * @param at number of the write, from 1; 0 never kills
   * @param after whether the write itself still happens
   */
  public CrashInjection(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  /** The operator was killed. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** How many writes were attempted. */
  public int writes() {
    return writes;
  }

  /** Ports through which the operator is killed. */
  public Ports around(Ports ports) {
    return new Ports(
        wrap(NodeGroups.class, ports.groups()),
        wrap(LaunchTemplates.class, ports.launchTemplates()),
        wrap(Instances.class, ports.instances()),
        wrap(RegionResources.class, ports.regionResources()),
        wrap(Tables.class, ports.tables()),
        wrap(NodeRows.class, ports.nodeRows()),
        wrap(ControlTable.class, ports.control()),
        wrap(ServiceEndpoints.class, ports.endpoints()),
        wrap(Events.class, ports.events()));
  }

  private <T> T wrap(Class<T> port, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, args) -> call(real, method, args));
    return port.cast(proxy);
  }

  private @Nullable Object call(Object real, Method method, Object[] args) throws Throwable {
    if (method.getReturnType() == StepJournal.class) {
      return wrap(StepJournal.class, (StepJournal) method.invoke(real, args));
    }
    boolean fatal = !READS.contains(method.getName()) && ++writes == at;
    if (fatal && !after) {
      throw new Killed();
    }
    Object answer = invoke(real, method, args);
    if (fatal) {
      throw new Killed();
    }
    return answer;
  }

  private static @Nullable Object invoke(Object real, Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
