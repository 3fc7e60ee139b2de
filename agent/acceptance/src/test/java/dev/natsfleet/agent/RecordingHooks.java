package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.LifecycleHooks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks that remember what was completed. */
public final class RecordingHooks implements LifecycleHooks {

  private final List<HookKind> completed = new CopyOnWriteArrayList<>();

  @Override
  public boolean complete(HookKind hook) {
    completed.add(hook);
    return true;
  }

  @Override
  public void heartbeat(HookKind hook) {}

  /** What was completed, in order. */
  public List<HookKind> completed() {
    return List.copyOf(completed);
  }
}
