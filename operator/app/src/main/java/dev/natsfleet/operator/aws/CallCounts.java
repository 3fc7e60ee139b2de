package dev.natsfleet.operator.aws;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** For an SDK client: tells a witness of every call to AWS and how it ended. */
public final class CallCounts implements ExecutionInterceptor {

  private final CallWitness witness;

  public CallCounts(CallWitness witness) {
    this.witness = witness;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    tell(attributes, "ok");
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    tell(
        attributes,
        context.exception() instanceof SdkException e
            ? AwsErrors.kind(e).name().toLowerCase(Locale.ROOT)
            : "unavailable");
  }

  private void tell(ExecutionAttributes attributes, String result) {
    witness.called(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
        result);
  }
}
