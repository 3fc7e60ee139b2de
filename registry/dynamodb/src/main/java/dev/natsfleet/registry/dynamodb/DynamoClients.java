package dev.natsfleet.registry.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Creates clients with time limits that suit their use. Region, endpoint ({@code
 * AWS_ENDPOINT_URL_DYNAMODB}) and credentials come from the AWS SDK's default sources.
 */
public final class DynamoClients {

  /** Limit for a node: a later heartbeat is useless. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /**
   * Limit for the operator: it can wait, and calls about tables are slower than calls about rows.
   */
  public static final Duration CONTROL = Duration.ofSeconds(10);

  private DynamoClients() {}

  /** A client whose calls end within the limit, including at most three attempts. */
  public static DynamoDbClient within(Duration limit) {
    return builder(limit).build();
  }

  /** A builder of such a client, for a caller that sets Region, endpoint or credentials. */
  public static DynamoDbClientBuilder builder(Duration limit) {
    Duration attempt = limit.dividedBy(2);
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(attempt).socketTimeout(attempt))
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(limit)
                    .apiCallAttemptTimeout(attempt)
                    .retryStrategy(RetryMode.STANDARD));
  }
}
