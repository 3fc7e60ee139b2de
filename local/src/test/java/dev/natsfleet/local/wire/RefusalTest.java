package dev.natsfleet.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.guard.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What the endpoint does not let pass. */
class RefusalTest {

  private static final String ACTION = "Action=DescribeAutoScalingGroups&Version=2011-01-01";

  private final EmulatedAws aws = new EmulatedAws();
  private final Clients clients = Clients.of(aws.endpoint());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    clients.close();
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
        Clients.error(
            c ->
                c.autoScaling()
                    .createAutoScalingGroup(
                        r ->
                            r.autoScalingGroupName("web")
                                .minSize(0)
                                .maxSize(1)
                                .placementGroup("near")),
            clients);

    // Then
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
    assertThat(error.awsErrorDetails().errorMessage())
        .isEqualTo("The parameter PlacementGroup is not modelled by the emulated cloud.");
    assertThat(
            Clients.error(
                    c ->
                        c.ec2()
                            .createLaunchTemplate(
                                r ->
                                    r.launchTemplateName("web")
                                        .launchTemplateData(d -> d.keyName("ann"))),
                    clients)
                .awsErrorDetails()
                .errorMessage())
        .contains("LaunchTemplateData.KeyName");
    assertThat(
            Clients.error(
                    c ->
                        c.ssm()
                            .putParameter(
                                r -> r.name("a").value("b").type("String").allowedPattern("x")),
                    clients)
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
        Clients.error(
            c ->
                c.autoScaling()
                    .createAutoScalingGroup(
                        r -> r.autoScalingGroupName("web").minSize(0).maxSize(1)),
            clients);
    AwsServiceException unauthorized = Clients.error(c -> c.ec2().describeInstances(), clients);

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
    assertThat(clients.ec2().describeInstances().reservations()).isEmpty();
  }

  @Test
  void shouldThrottleAllCallsOfAService() throws Exception {
    // Given
    fault("throttle", "service=autoscaling&burst=1&perSecond=0");

    // When
    clients.autoScaling().describeAutoScalingGroups();
    AwsServiceException error =
        Clients.error(c -> c.autoScaling().describeAutoScalingGroups(), clients);

    // Then
    assertThat(error.isThrottlingException()).isTrue();
    assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
    aws.driver.run(cloud -> cloud.faults().guard().unthrottle(Service.AUTOSCALING));
    assertThat(clients.autoScaling().describeAutoScalingGroups().autoScalingGroups()).isEmpty();
  }

  @Test
  void shouldFailTheNextCallsOnly() {
    // Given
    CloudError contention = new CloudError("ResourceContention", 500, "Try again.");
    aws.driver.run(
        cloud ->
            cloud
                .faults()
                .guard()
                .failNext("autoscaling:DescribeAutoScalingGroups", 1, contention));

    // When / Then
    AwsServiceException error =
        Clients.error(c -> c.autoScaling().describeAutoScalingGroups(), clients);
    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ResourceContention");
    assertThat(clients.autoScaling().describeAutoScalingGroups().autoScalingGroups()).isEmpty();
  }

  @Test
  void shouldAnswerADryRunWithAnError() {
    assertThat(Clients.code(c -> c.ec2().describeInstances(r -> r.dryRun(true)), clients))
        .isEqualTo("DryRunOperation");
  }

  @Test
  void shouldListTheFaultsItKnows() throws Exception {
    assertThat(fault("nonsense", "")).contains("kill", "throttle", "zone-out");
    assertThat(fault("kill", "instance=i-0")).contains("InvalidInstanceID.NotFound");
  }
}
