package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.LifecycleHooks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks that remember what was completed. */
public final class RecordingHooks implements LifecycleHooks {

  private final List<Hook> completed = new CopyOnWriteArrayList<>();

  @Override
  public boolean complete(Hook hook) {
    completed.add(hook);
    return true;
  }

  @Override
  public void heartbeat(Hook hook) {}

  /** What was completed, in order. */
  public List<Hook> completed() {
    return List.copyOf(completed);
  }
}
