package dev.natsfleet.operator.aws;

import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Holds up the calls of one service, so that a busy operator leaves some of the account's request
 * budget to others. Reads and writes have limits of their own, as in EC2: looking never delays what
 * has to be done.
 */
final class CallRateLimiters implements ExecutionInterceptor {

  private static final Pattern READ = Pattern.compile("(Describe|Get|List).*");

  private final CallRateLimiter reads;
  private final CallRateLimiter writes;

  CallRateLimiters(CallRateLimiter reads, CallRateLimiter writes) {
    this.reads = reads;
    this.writes = writes;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    LockSupport.parkNanos((READ.matcher(operation).matches() ? reads : writes).take());
  }
}
