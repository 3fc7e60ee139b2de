package dev.natsfleet.agent.aws;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataClientException;
import software.amazon.awssdk.imds.Ec2MetadataRetryPolicy;

/**
 * The instance metadata service, version 2, through the client of the AWS SDK. Thread safe.
 *
 * <p>That client keeps a token for its six hours even if the service refuses it (401), as it does
 * after the instance was stopped and started. A new client fetches a new token, so a refusal is
 * answered by one new client and one more try. Calls that fail are made again by the node's
 * schedule; the client itself tries once.
 */
public final class Imds {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final URI endpoint;
  private final Ec2MetadataClient.Builder builder;
  private volatile Ec2MetadataClient client;

  /**
   * The service at an endpoint.
   *
   * @param endpoint such as {@code http://169.254.169.254}
   */
  public Imds(URI endpoint) {
    this.endpoint = endpoint;
    builder =
        Ec2MetadataClient.builder()
            .endpoint(endpoint)
            .retryPolicy(Ec2MetadataRetryPolicy.none())
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(LIMIT)
                    .socketTimeout(LIMIT)
                    .build());
    client = builder.build();
  }

  /**
   * A value below {@code /latest/}, or nothing if the service does not have it.
   *
   * @throws PortException if the service does not answer, or refuses
   */
  public Optional<String> get(String path) {
    try {
      return Optional.of(read(path));
    } catch (Ec2MetadataClientException e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw new PortException(
          Kind.DENIED, "instance metadata answers " + e.statusCode() + " to " + path, e);
    } catch (SdkClientException e) {
      throw new PortException(
          Kind.UNAVAILABLE,
          "instance metadata at " + endpoint + " does not answer to " + path + ": " + cause(e),
          e);
    }
  }

  /**
   * A value that every instance has.
   *
   * @throws PortException if the service does not answer, refuses, or does not have it
   */
  public String require(String path) {
    return get(path)
        .orElseThrow(
            () ->
                new PortException(
                    Kind.NOT_FOUND,
                    "instance metadata has no "
                        + path
                        + "; tags need InstanceMetadataTags=enabled"));
  }

  private String read(String path) {
    try {
      return value(path);
    } catch (Ec2MetadataClientException e) {
      if (e.statusCode() != 401) {
        throw e;
      }
      client = builder.build();
      return value(path);
    }
  }

  private String value(String path) {
    return client.get("/latest/" + path).asString().strip();
  }

  private static String cause(SdkClientException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause());
  }
}
