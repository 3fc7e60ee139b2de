package dev.natsfleet.local.view;

import dev.natsfleet.registry.dynamodb.DynamoClients;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Creates AWS clients from given environment variables instead of this process's own. */
record AwsClients(Map<String, String> environment) {

  AutoScalingClient autoScaling() {
    return light(at("AWS_ENDPOINT_URL", AutoScalingClient.builder())).build();
  }

  Ec2Client ec2() {
    return light(at("AWS_ENDPOINT_URL", Ec2Client.builder())).build();
  }

  DynamoDbClient dynamo() {
    return at("AWS_ENDPOINT_URL_DYNAMODB", DynamoClients.builder(DynamoClients.CONTROL)).build();
  }

  private static <B extends AwsSyncClientBuilder<B, ?>> B light(B builder) {
    return builder.httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  private <B extends AwsClientBuilder<B, ?>> B at(String endpoint, B builder) {
    return builder
        .region(Region.of(value("AWS_REGION")))
        .endpointOverride(URI.create(value(endpoint)))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    value("AWS_ACCESS_KEY_ID"), value("AWS_SECRET_ACCESS_KEY"))));
  }

  private String value(String key) {
    String value = environment.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the environment has no " + key);
    }
    return value;
  }
}
