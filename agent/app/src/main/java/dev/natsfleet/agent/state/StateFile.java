package dev.natsfleet.agent.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.registry.OrderReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PersistedState} as JSON. The components of the records below are the fields of the file:
 * an agent reads what older ones wrote, and skips fields that newer ones added.
 */
final class StateFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(NodeSettings.class, FlatSettings.class)
          .build();

  private StateFile() {}

  /** The text of the file. */
  static String write(PersistedState state) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Content.of(state));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the agent's state cannot be written as JSON", e);
    }
  }

  /**
   * Reads the text of a file.
   *
   * @throws JsonProcessingException if it is not JSON, or a value has the wrong type
   */
  static PersistedState read(String text) throws JsonProcessingException {
    return JSON.readValue(text, Content.class).state();
  }

  /** The whole file. */
  private record Content(
      @Nullable NodeSettings settings,
      List<Peer> peers,
      @Nullable OrderReport order,
      boolean launched,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean ending) {

    private Content {
      peers = List.copyOf(Objects.requireNonNull(peers, "the file has no peers"));
    }

    static Content of(PersistedState state) {
      return new Content(
          state.settings(),
          state.peers(),
          state.order(),
          state.launched(),
          state.ending() ? true : null);
    }

    PersistedState state() {
      return new PersistedState(settings, peers, order, launched, Boolean.TRUE.equals(ending));
    }
  }

  /** The parts of {@link NodeSettings} are written side by side, not one inside the other. */
  interface FlatSettings {

    @JsonUnwrapped
    ServerSettings server();

    @JsonUnwrapped
    Registration registration();
  }
}
