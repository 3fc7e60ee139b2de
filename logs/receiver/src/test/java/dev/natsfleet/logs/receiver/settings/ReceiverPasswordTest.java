package dev.natsfleet.logs.receiver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.program.settings.Variable;
import dev.natsfleet.settings.SettingsException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A URL with a password, in the variable for it and in any other, where somebody put it. */
class ReceiverPasswordTest {

  private static final String URL = "nats://app:hunter-2@127.0.0.1:1";

  @Test
  void shouldNotBeToldWhereverItStands() {
    Map<Variable, String> refusals = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "NATS_URL", URL,
                  "SHIPPER_SUBJECT", "logs",
                  "SHIPPER_OUTPUT", "app.log",
                  "SHIPPER_STATE", "state"));
      environment.put(variable.name(), variable == Variable.NATS_URL ? "http" + URL : URL);
      refusals.put(variable, refusal(environment));
    }

    assertThat(refusals.values()).noneMatch(words -> words.contains("hunter-2"));
    assertThat(refusals.get(Variable.NATS_URL)).contains("***@127.0.0.1:1 is no server");
    assertThat(refusals.get(Variable.SHIPPER_KEEP)).contains("SHIPPER_KEEP=nats://***@127.0.0.1:1");
  }

  private static String refusal(Map<String, String> environment) {
    try {
      return ReceiverSettings.from(environment).nats().servers().isEmpty() ? "none" : "";
    } catch (SettingsException e) {
      return e.toString();
    }
  }
}
