package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.Arrays;
import java.util.List;

/** The scaling processes that can be suspended. */
public enum ScalingProcess {
  LAUNCH("Launch"),
  TERMINATE("Terminate"),
  ADD_TO_LOAD_BALANCER("AddToLoadBalancer"),
  ALARM_NOTIFICATION("AlarmNotification"),
  AZ_REBALANCE("AZRebalance"),
  HEALTH_CHECK("HealthCheck"),
  INSTANCE_REFRESH("InstanceRefresh"),
  REPLACE_UNHEALTHY("ReplaceUnhealthy"),
  SCHEDULED_ACTIONS("ScheduledActions");

  private final String text;

  ScalingProcess(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The processes that a request names; all of them if it names none. */
  static List<String> named(List<String> names) {
    List<String> known = Arrays.stream(values()).map(ScalingProcess::text).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw CloudException.validation(
            "Invalid process name '" + name + "'; valid are " + known + ".");
      }
    }
    return names.isEmpty() ? known : names;
  }
}
