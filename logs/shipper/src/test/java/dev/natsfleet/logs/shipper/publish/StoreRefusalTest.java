package dev.natsfleet.logs.shipper.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreRefusalTest {

  @ParameterizedTest
  @CsvSource({
    "10002, resource limits exceeded for account, max_file",
    "10023, insufficient resources, max_file_store",
    "10047, insufficient storage resources available, max_file_store",
    "10054, message size exceeds maximum allowed, max_msg_size",
    "10077, maximum bytes exceeded, max_bytes"
  })
  void shouldNameTheLimitAndTheWayOut(String code, String description, String setting) {
    String answer =
        "{\"error\":{\"code\":400,\"err_code\":%s,\"description\":\"%s\"},\"seq\":0}"
            .formatted(code, description);

    assertThat(StoreRefusal.explain(answer))
        .startsWith("the server stores nothing: " + description + " (" + code + "): ")
        .contains(setting);
  }

  @Test
  void shouldShowAnAnswerThatItDoesNotKnow() {
    assertThat(StoreRefusal.explain("{\"error\":{\"err_code\":1}}"))
        .isEqualTo(
            "expected an acknowledgement of the next message, got answer"
                + " {\"error\":{\"err_code\":1}}");
  }
}
