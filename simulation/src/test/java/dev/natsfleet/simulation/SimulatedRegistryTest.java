package dev.natsfleet.simulation;

import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.RegistryContract;
import dev.natsfleet.registry.RegistryPorts;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.registry.TablesContract;
import dev.natsfleet.simulation.clock.VirtualClock;
import dev.natsfleet.simulation.registry.SimulatedRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** The modelled registry keeps the contract of the real one. */
class SimulatedRegistryTest implements RegistryContract, TablesContract {

  private final SimulatedRegistry registry =
      new SimulatedRegistry(new VirtualClock(), Duration.ZERO);

  @Override
  public RegistryPorts emptyRegistry() {
    registry.tables("uid-1").create();
    return new RegistryPorts(
        serialized(NodeRegistry.class),
        serialized(NodeRows.class),
        serialized(ControlTable.class),
        registry::put);
  }

  @Override
  public Tables tables(String owner) {
    return registry.tables(owner);
  }

  /** A simulation has one thread; the contract has several. */
  private <T> T serialized(Class<T> port) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              synchronized (registry) {
                return method.invoke(registry, arguments);
              }
            });
    return port.cast(proxy);
  }
}
