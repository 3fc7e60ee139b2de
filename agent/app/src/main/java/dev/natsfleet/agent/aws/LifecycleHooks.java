package dev.natsfleet.agent.aws;

/**
 * The lifecycle hooks of this instance. Every method may throw {@link
 * dev.natsfleet.registry.PortException}.
 */
public interface LifecycleHooks {

  /** The hooks of the group. */
  enum HookKind {
    LAUNCH("natsfleet-launch"),
    TERMINATE("natsfleet-terminate");

    private final String hookName;

    HookKind(String hookName) {
      this.hookName = hookName;
    }

    /** Its name in the Auto Scaling group. */
    public String hookName() {
      return hookName;
    }
  }

  /** Lets the instance go on; false if AWS knows of no wait, that is not yet or no more. */
  boolean complete(HookKind hook);

  /** Asks for more time; does nothing if the instance does not wait. */
  void heartbeat(HookKind hook);
}
