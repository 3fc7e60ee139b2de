package dev.natsfleet.operator.acceptance;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The AWS clients of a person who inspects the account and changes things by hand. */
record AccountClients(AutoScalingClient autoScaling, Ec2Client ec2, SsmClient ssm)
    implements AutoCloseable {

  static AccountClients of(URI endpoint) {
    return new AccountClients(
        at(endpoint, AutoScalingClient.builder()),
        at(endpoint, Ec2Client.builder()),
        at(endpoint, SsmClient.builder()));
  }

  static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
      URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAPERSON", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** The groups of this name: one or none. */
  List<AutoScalingGroup> groups(String name) {
    return autoScaling
        .describeAutoScalingGroups(r -> r.autoScalingGroupNames(name))
        .autoScalingGroups();
  }

  @Override
  public void close() {
    autoScaling.close();
    ec2.close();
    ssm.close();
  }
}
