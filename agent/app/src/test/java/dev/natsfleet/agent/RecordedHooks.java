package dev.natsfleet.agent;

import dev.natsfleet.agent.aws.Hooks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks that remember what was completed. */
public final class RecordedHooks implements Hooks {

  private final List<Hook> completed = new CopyOnWriteArrayList<>();

  @Override
  public void complete(Hook hook) {
    completed.add(hook);
  }

  @Override
  public void heartbeat(Hook hook) {}

  /** What was completed, in order. */
  public List<Hook> completed() {
    return List.copyOf(completed);
  }
}
