package dev.natsfleet.operator.port;

/**
 * A lifecycle hook.
 *
 * @param name unique in the group
 * @param on what it holds
 * @param heartbeatSeconds after which it ends by itself, 30 to 7200
 * @param result what happens when it ends by itself
 */
public record LifecycleHook(
    String name, LifecycleTransition on, int heartbeatSeconds, Result result) {

  /** What a hook holds. */
  public enum LifecycleTransition {
    /** autoscaling:EC2_INSTANCE_LAUNCHING. */
    LAUNCHING,
    /** autoscaling:EC2_INSTANCE_TERMINATING. */
    TERMINATING
  }

  /** The default result. */
  public enum Result {
    CONTINUE,
    ABANDON
  }
}
