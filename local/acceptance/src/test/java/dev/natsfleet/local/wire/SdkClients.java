package dev.natsfleet.local.wire;

import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients of the AWS SDK without retries. */
record SdkClients(AutoScalingClient autoScaling, Ec2Client ec2, SsmClient ssm, StsClient sts)
    implements AutoCloseable {

  static SdkClients of(URI endpoint) {
    return new SdkClients(
        build(AutoScalingClient.builder(), endpoint),
        build(Ec2Client.builder(), endpoint),
        build(SsmClient.builder(), endpoint),
        build(StsClient.builder(), endpoint));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAANN", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** The error code with which the call fails. */
  static String code(Function<SdkClients, ?> call, SdkClients sdkClients) {
    return error(call, sdkClients).awsErrorDetails().errorCode();
  }

  /** The error with which the call fails. */
  static AwsServiceException error(Function<SdkClients, ?> call, SdkClients sdkClients) {
    try {
      Object answer = call.apply(sdkClients);
      throw new AssertionError("answered without an error: " + answer);
    } catch (AwsServiceException e) {
      return e;
    }
  }

  @Override
  public void close() {
    autoScaling.close();
    ec2.close();
    ssm.close();
    sts.close();
  }
}
