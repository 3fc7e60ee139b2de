package dev.natsfleet.operator.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** How often each operation of AWS was called, and how it ended. */
public final class CallCounts implements ExecutionInterceptor {

  /**
   * One counter.
   *
   * @param service such as {@code Auto Scaling}
   * @param operation such as {@code DescribeAutoScalingGroups}
   * @param result {@code ok}, or the kind of failure in lower case
   */
  public record Key(String service, String operation, String result) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /** A copy of all counters. */
  public Map<Key, Long> counts() {
    Map<Key, Long> copy = new java.util.HashMap<>();
    counts.forEach((key, count) -> copy.put(key, count.sum()));
    return copy;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    count(attributes, "ok");
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    count(
        attributes,
        context.exception() instanceof SdkException e
            ? AwsErrors.kind(e).name().toLowerCase(java.util.Locale.ROOT)
            : "unavailable");
  }

  private void count(ExecutionAttributes attributes, String result) {
    Key key =
        new Key(
            attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
            attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
            result);
    counts.computeIfAbsent(key, k -> new LongAdder()).increment();
  }
}
