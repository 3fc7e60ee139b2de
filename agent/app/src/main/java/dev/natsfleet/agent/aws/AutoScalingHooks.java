package dev.natsfleet.agent.aws;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;

/** The hooks of EC2 Auto Scaling. An instance id is enough to complete them: no queue is needed. */
public final class AutoScalingHooks implements LifecycleHooks {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int DENIED = 403;

  private final AutoScalingClient client;
  private final InstanceIdentity instance;

  private AutoScalingHooks(AutoScalingClient client, InstanceIdentity instance) {
    this.client = client;
    this.instance = instance;
  }

  /** The hooks of an instance; endpoint and credentials come from the SDK's default chain. */
  public static AutoScalingHooks of(InstanceIdentity instance) {
    return new AutoScalingHooks(
        AutoScalingClient.builder()
            .region(Region.of(instance.region()))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(override -> override.apiCallTimeout(LIMIT))
            .build(),
        instance);
  }

  @Override
  public boolean complete(HookKind hook) {
    return call(
        "CompleteLifecycleAction",
        () ->
            client.completeLifecycleAction(
                request ->
                    request
                        .autoScalingGroupName(instance.group())
                        .lifecycleHookName(hook.hookName())
                        .instanceId(instance.id())
                        .lifecycleActionResult("CONTINUE")));
  }

  @Override
  public void heartbeat(HookKind hook) {
    call(
        "RecordLifecycleActionHeartbeat",
        () ->
            client.recordLifecycleActionHeartbeat(
                request ->
                    request
                        .autoScalingGroupName(instance.group())
                        .lifecycleHookName(hook.hookName())
                        .instanceId(instance.id())));
  }

  /** Makes the call; false if the instance does not wait in that hook. */
  private boolean call(String action, Runnable request) {
    try {
      request.run();
      return true;
    } catch (AutoScalingException e) {
      if (!isNotWaiting(e)) {
        throw new PortException(kind(e), failure(action, instance.id(), e), e);
      }
      return false;
    } catch (SdkException e) {
      throw new PortException(Kind.UNAVAILABLE, failure(action, instance.id(), e), e);
    }
  }

  /**
   * Whether the hook was completed before, by us or by its timeout, or its wait is not known yet.
   */
  private static boolean isNotWaiting(AutoScalingException e) {
    return e.awsErrorDetails() != null
        && "ValidationError".equals(e.awsErrorDetails().errorCode())
        && text(e).contains("no active lifecycle action");
  }

  private static String text(AutoScalingException e) {
    String message = e.awsErrorDetails().errorMessage();
    return message == null ? "" : message.toLowerCase(Locale.ROOT);
  }

  private static Kind kind(AutoScalingException e) {
    if (e.isThrottlingException()) {
      return Kind.THROTTLED;
    }
    return switch (e.statusCode()) {
      case DENIED -> Kind.DENIED;
      case 400 -> Kind.INVALID;
      default -> Kind.UNAVAILABLE;
    };
  }

  /**
   * What failed, and what to allow if that is the way out. AWS's words alone: the id of the
   * request, which the SDK adds, would make each failure look new.
   */
  static String failure(String action, String instance, SdkException e) {
    String said =
        e instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && service.awsErrorDetails().errorMessage() != null
            ? service.awsErrorDetails().errorMessage()
            : e.getMessage();
    String failed = "autoscaling:" + action + " for " + instance + " failed: " + said;
    return e instanceof AwsServiceException service && service.statusCode() == DENIED
        ? failed + "; allow autoscaling:" + action + " for the role of the instance profile"
        : failed;
  }
}
