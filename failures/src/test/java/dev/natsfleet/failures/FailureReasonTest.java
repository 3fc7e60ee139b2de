package dev.natsfleet.failures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throttled, request 7f3a                        | throttled, request 19bc
          denied (Status Code: 400, Request ID: 4UNVV4K) | denied (Status Code: 400, Request ID: 87TGH2A)
          call 3f06af63-a93c-11e4-9797-00505690773f      | call 3f06af63-a93c-11e4-9797-00505690774a
          silent since 2026-11-28T10:00:00Z              | silent since 2026-11-28T10:00:05.250Z
          no answer after 5 s                            | no answer after 7.5 s
          no answer after 59s                            | no answer after 1m30s
          no answer after PT5S                           | no answer after PT1M0.5S
          12 KiB are free                                | 9 KiB are free
          the disk is 98 % full                          | the disk is 99 % full
          given up after 3 attempts                      | given up after 4 attempts
          attempt 3 was refused                          | attempt 4 was refused
          bad record at offset 1200                      | bad record at offset 99
          closed: Socket@1b2c3d4e                        | closed: Socket@5a6b7c8d
          connect to db.aws/52.94.1.2:443 failed         | connect to db.aws/52.94.17.20:443 failed
          """)
  void shouldBeTheSameWhenOnlyChanceDiffers(String one, String other) {
    assertThat(FailureReason.of(one)).isEqualTo(FailureReason.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no permission to publish to logs.p1.web | no permission to publish to logs.p2.web
          no permission for role/node-1           | no permission for role/node-2
          no permission for account 111122223333  | no permission for account 444455556666
          i-0abc123456789def0 has no route        | i-0abc123456789def1 has no route
          10.0.0.1 refuses                        | 10.0.0.2 refuses
          nats://n1:4222 refuses                  | nats://n2:4222 refuses
          port 4222 is in use                     | port 7244 is in use
          Status Code: 403                        | Status Code: 503
          needs 3 replicas                        | needs 5 replicas
          the request is refused                  | the request is late
          """)
  void shouldDifferInEveryOtherNumberAndWord(String one, String other) {
    assertThat(FailureReason.of(one)).isNotEqualTo(FailureReason.of(other));
  }
}
