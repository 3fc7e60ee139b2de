package dev.natsfleet.operator.aws;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** An interceptor of SDK clients that reports every call to AWS, and how it ended. */
public final class CallMetrics implements ExecutionInterceptor {

  private final CallListener listener;

  public CallMetrics(CallListener listener) {
    this.listener = listener;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    report(attributes, "ok");
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    report(
        attributes,
        context.exception() instanceof SdkException e
            ? AwsErrors.kind(e).name().toLowerCase(Locale.ROOT)
            : "unavailable");
  }

  private void report(ExecutionAttributes attributes, String result) {
    listener.called(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
        result);
  }
}
