package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Instances;
import dev.natsfleet.operator.port.LaunchTemplates;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.RegionResources;
import dev.natsfleet.registry.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * One account and Region: clients with the default credential chain, limits for the calls of each
 * service, and what was read for all clusters together.
 */
public final class AwsRegion implements AutoCloseable {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  private static final int SAVED_SECONDS = 3;

  private final SdkHttpClient http;
  private final AutoScalingClient autoScaling;
  private final Ec2Client ec2;
  private final SsmClient ssm;
  private final AsgCache groups;
  private final Ec2InstanceCache instances;
  private final LaunchTemplateCache launchTemplates;
  private final RegionResources regionResources;

  private AwsRegion(Region region, CallListener listener, LongSupplier nanoTime) {
    CallMetrics metrics = new CallMetrics(listener);
    http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(3))
            .socketTimeout(Duration.ofSeconds(10))
            .build();
    autoScaling =
        client(AutoScalingClient.builder(), region, List.of(metrics, limits(10, 10, nanoTime)));
    ec2 = client(Ec2Client.builder(), region, List.of(metrics, limits(20, 5, nanoTime)));
    ssm = client(SsmClient.builder(), region, List.of(metrics, limits(5, 5, nanoTime)));
    groups = new AsgCache(autoScaling, nanoTime);
    instances = new Ec2InstanceCache(ec2, nanoTime);
    launchTemplates = new LaunchTemplateCache(ec2, nanoTime);
    regionResources = new Ec2RegionResources(ec2, ssm, nanoTime);
  }

  /** Opens clients for a Region; endpoints come from the SDK's standard settings. */
  public static AwsRegion open(String region, CallListener listener, LongSupplier nanoTime) {
    return new AwsRegion(Region.of(region), listener, nanoTime);
  }

  /** The core pool's group of a cluster. */
  public NodeGroups groups(ClusterId cluster) {
    return new AsgNodeGroups(autoScaling, groups, coreName(cluster));
  }

  /** The core pool's launch template of a cluster. */
  public LaunchTemplates launchTemplates(ClusterId cluster) {
    return new Ec2LaunchTemplates(ec2, launchTemplates, coreName(cluster));
  }

  /** The instances of a cluster's group. */
  public Instances instances(ClusterId cluster) {
    return new Ec2Instances(ec2, instances, coreName(cluster));
  }

  /** The images, subnets and security groups of the Region. */
  public RegionResources regionResources() {
    return regionResources;
  }

  @Override
  public void close() {
    autoScaling.close();
    ec2.close();
    ssm.close();
    http.close();
  }

  /** Limits for calls a second; seconds of quiet are saved for a burst. */
  private static CallRateLimiters limits(int reads, int writes, LongSupplier nanoTime) {
    return new CallRateLimiters(
        new CallRateLimiter(reads, reads * SAVED_SECONDS, nanoTime),
        new CallRateLimiter(writes, writes * SAVED_SECONDS, nanoTime));
  }

  private static String coreName(ClusterId cluster) {
    return cluster.awsName() + ".core";
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      B builder, Region region, List<ExecutionInterceptor> interceptors) {
    return builder
        .region(region)
        .httpClient(http)
        .overrideConfiguration(
            o ->
                o.retryStrategy(RetryMode.STANDARD)
                    .apiCallTimeout(CALL_TIMEOUT)
                    .executionInterceptors(interceptors))
        .build();
  }
}
