package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.registry.PortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machines of a {@link FakeWorld}, as EC2 lists them. */
public final class FakeInstances implements Instances {

  private final FakeGroups groups;

  /** How every write of tags fails, or null while they succeed. */
  public @Nullable PortException writeFailure;

  FakeInstances(FakeGroups groups) {
    this.groups = groups;
  }

  @Override
  public List<ObservedInstance> observe() {
    return groups.machines.stream().map(FakeMachine::asInstance).toList();
  }

  @Override
  public void setTags(String instance, Map<String, String> tags) {
    if (writeFailure != null) {
      throw writeFailure;
    }
    groups.machines.stream()
        .filter(machine -> machine.id.equals(instance))
        .forEach(machine -> machine.tags.putAll(tags));
  }
}
