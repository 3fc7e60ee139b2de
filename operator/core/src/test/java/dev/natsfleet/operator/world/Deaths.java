package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Catalogue;
import dev.natsfleet.operator.port.Endpoints;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.port.Templates;
import dev.natsfleet.registry.ControlRows;
import dev.natsfleet.registry.FleetRows;
import dev.natsfleet.registry.Journal;
import dev.natsfleet.registry.Tables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator that is killed at a chosen write: just before it is made, or just after. */
public final class Deaths {

  private static final Set<String> READS =
      Set.of(
          "observe",
          "state",
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
  public Deaths(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  /** The end of an operator. */
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
        wrap(Templates.class, ports.templates()),
        wrap(Instances.class, ports.instances()),
        wrap(Catalogue.class, ports.catalogue()),
        wrap(Tables.class, ports.tables()),
        wrap(FleetRows.class, ports.fleet()),
        wrap(ControlRows.class, ports.control()),
        wrap(Endpoints.class, ports.endpoints()),
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
    if (method.getReturnType() == Journal.class) {
      return wrap(Journal.class, (Journal) method.invoke(real, args));
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
