package dev.natsfleet.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.policy.AwsService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Requests that the endpoint refuses. */
@Tag("server")
class WireRefusalTest {

  private static final String ACTION = "Action=DescribeAutoScalingGroups&Version=2011-01-01";

  private final EmulatedAws aws = new EmulatedAws();
  private final SdkClients sdkClients = SdkClients.of(aws.endpoint());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    sdkClients.close();
    aws.close();
  }

  private static String scope(String region, String service) {
    return "AWS4-HMAC-SHA256 Credential=AKIAANN/20260101/"
        + region
        + "/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=00";
  }

  private HttpResponse<String> post(HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    HttpRequest built =
        request.uri(aws.endpoint()).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return http.send(built, HttpResponse.BodyHandlers.ofString());
  }

  private String fault(String name, String form) throws IOException, InterruptedException {
    URI uri = aws.endpoint().resolve("/_local/" + name);
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(form)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void shouldRefuseAnUnsignedRequest() throws Exception {
    HttpResponse<String> answer = post(HttpRequest.newBuilder(), ACTION);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void shouldRefuseAnotherRegion() throws Exception {
    HttpResponse<String> answer =
        post(
            HttpRequest.newBuilder().header("Authorization", scope("us-east-1", "autoscaling")),
            ACTION);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>", "us-east-1");
  }

  @Test
  void shouldNameAParameterThatItDoesNotModel() {
    // When
    AwsServiceException error =
        SdkClients.error(
            c ->
                c.autoScaling()
                    .createAutoScalingGroup(
                        r ->
                            r.autoScalingGroupName("web")
                                .minSize(0)
                                .maxSize(1)
                                .placementGroup("near")),
            sdkClients);

    // Then
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
    assertThat(error.awsErrorDetails().errorMessage())
        .isEqualTo("The parameter PlacementGroup is not modelled by the emulated cloud.");
    assertThat(
            SdkClients.error(
                    c ->
                        c.ec2()
                            .createLaunchTemplate(
                                r ->
                                    r.launchTemplateName("web")
                                        .launchTemplateData(d -> d.keyName("ann"))),
                    sdkClients)
                .awsErrorDetails()
                .errorMessage())
        .contains("LaunchTemplateData.KeyName");
    assertThat(
            SdkClients.error(
                    c ->
                        c.ssm()
                            .putParameter(
                                r -> r.name("a").value("b").type("String").allowedPattern("x")),
                    sdkClients)
                .awsErrorDetails()
                .errorMessage())
        .contains("AllowedPattern");
  }

  @Test
  void shouldDenyAnActionInTheServicesWords() throws Exception {
    // Given
    fault("deny", "permission=autoscaling:CreateAutoScalingGroup");
    fault("deny", "permission=ec2:DescribeInstances");

    // When
    AwsServiceException denied =
        SdkClients.error(
            c ->
                c.autoScaling()
                    .createAutoScalingGroup(
                        r -> r.autoScalingGroupName("web").minSize(0).maxSize(1)),
            sdkClients);
    AwsServiceException unauthorized =
        SdkClients.error(c -> c.ec2().describeInstances(), sdkClients);

    // Then
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    assertThat(denied.awsErrorDetails().errorMessage())
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/AKIAANN is not authorized to perform:"
                + " autoscaling:CreateAutoScalingGroup because no identity-based policy allows the"
                + " autoscaling:CreateAutoScalingGroup action");
    assertThat(unauthorized.awsErrorDetails().errorCode()).isEqualTo("UnauthorizedOperation");
    fault("allow", "permission=ec2:DescribeInstances");
    assertThat(sdkClients.ec2().describeInstances().reservations()).isEmpty();
  }

  @Test
  void shouldThrottleAllCallsOfAService() throws Exception {
    // Given
    fault("throttle", "service=autoscaling&burst=1&perSecond=0");

    // When
    sdkClients.autoScaling().describeAutoScalingGroups();
    AwsServiceException error =
        SdkClients.error(c -> c.autoScaling().describeAutoScalingGroups(), sdkClients);

    // Then
    assertThat(error.isThrottlingException()).isTrue();
    assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
    aws.driver.run(cloud -> cloud.faults().requestPolicy().unthrottle(AwsService.AUTOSCALING));
    assertThat(sdkClients.autoScaling().describeAutoScalingGroups().autoScalingGroups()).isEmpty();
  }

  @Test
  void shouldFailTheNextCallsOnly() {
    // Given
    CloudError contention = new CloudError("ResourceContention", 500, "Try again.");
    aws.driver.run(
        cloud ->
            cloud
                .faults()
                .requestPolicy()
                .failNext("autoscaling:DescribeAutoScalingGroups", 1, contention));

    // When / Then
    AwsServiceException error =
        SdkClients.error(c -> c.autoScaling().describeAutoScalingGroups(), sdkClients);
    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ResourceContention");
    assertThat(sdkClients.autoScaling().describeAutoScalingGroups().autoScalingGroups()).isEmpty();
  }

  @Test
  void shouldAnswerADryRunWithAnError() {
    assertThat(SdkClients.code(c -> c.ec2().describeInstances(r -> r.dryRun(true)), sdkClients))
        .isEqualTo("DryRunOperation");
  }

  @Test
  void shouldListTheFaultsItKnows() throws Exception {
    assertThat(fault("nonsense", "")).contains("kill", "throttle", "zone-out");
    assertThat(fault("kill", "instance=i-0")).contains("InvalidInstanceID.NotFound");
  }
}
