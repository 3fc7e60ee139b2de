package dev.natsfleet.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that would not work are refused, and the refusal names them. */
@Tag("server")
class ChartValuesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          replicas=-1, /replicas
          replicas=two, /replicas
          replica=2, 'replica' not allowed
          fleetId=a/b, /fleetId
          watchNamespaces={Orders}, /watchNamespaces/0
          image.pullPolicy=Sometimes, /image/pullPolicy
          image.digest=sha256:12, /image/digest
          image.name=natsfleet, 'name' not allowed
          image.registry=host/, /image/registry
          aws.roleArn=natsfleet-operator, /aws/roleArn
          aws.region=Ireland, /aws/region
          serviceAccount.name=My_Account, /serviceAccount/name
          extraEnv[0].nam=X, /extraEnv/0
          networkPolicy.metricsFrom=prometheus, /networkPolicy/metricsFrom
          serviceMonitor.interval=30, /serviceMonitor/interval
          """)
  void shouldRefuseAValueAndNameIt(String value, String named) throws Exception {
    // When
    HelmCommand.Answer answer = HelmCommand.template("--set", value);

    // Then
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.output()).contains(named);
  }
}
