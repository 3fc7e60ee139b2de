package dev.natsfleet.registry.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Clients with time limits that suit their use. Region, endpoint ({@code
 * AWS_ENDPOINT_URL_DYNAMODB}) and credentials come from where every AWS SDK looks for them.
 */
public final class DynamoClients {

  /** For a node: a heartbeat that is later than this is worth nothing. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** For the operator: its loop has time, and tables are slower than rows. */
  public static final Duration CONTROL = Duration.ofSeconds(10);

  private DynamoClients() {}

  /** A client whose calls, with their at most three attempts, end within the limit. */
  public static DynamoDbClient within(Duration limit) {
    return builder(limit).build();
  }

  /** The same, for a caller that knows the Region, the endpoint or the credentials better. */
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
