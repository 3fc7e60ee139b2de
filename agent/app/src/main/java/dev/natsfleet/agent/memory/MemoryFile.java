package dev.natsfleet.agent.memory;

import dev.natsfleet.agent.node.Memory;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Memory} as JSON. */
final class MemoryFile {

  private MemoryFile() {}

  static String write(Memory memory) {
    JsonArray peers = new JsonArray();
    memory.peers().forEach(peer -> peers.add(write(peer)));
    return new JsonObject()
        .put("settings", write(memory.settings()))
        .put("peers", peers)
        .put("order", write(memory.order()))
        .put("launched", memory.launched())
        .encodePrettily();
  }

  static Memory read(String text) {
    JsonObject json = new JsonObject(text);
    List<Peer> peers =
        json.getJsonArray("peers").stream()
            .map(JsonObject.class::cast)
            .map(MemoryFile::peer)
            .toList();
    return new Memory(
        settings(json.getJsonObject("settings")),
        peers,
        order(json.getJsonObject("order")),
        json.getBoolean("launched"));
  }

  private static JsonObject write(Peer peer) {
    return new JsonObject()
        .put("ip", peer.ip())
        .put("port", peer.port())
        .put("server", peer.server());
  }

  private static Peer peer(JsonObject json) {
    return new Peer(json.getString("ip"), json.getInteger("port"), json.getString("server"));
  }

  private static @Nullable JsonObject write(@Nullable NodeSettings settings) {
    return settings == null
        ? null
        : new JsonObject()
            .put("revision", settings.revision())
            .put("cluster", settings.cluster())
            .put("version", settings.version())
            .put("maxPayloadBytes", settings.server().maxPayloadBytes())
            .put("lameDuckSeconds", settings.server().lameDuckSeconds())
            .put("config", settings.server().config())
            .put("heartbeatSeconds", settings.registration().heartbeatSeconds())
            .put("aliveSeconds", settings.registration().aliveSeconds())
            .put("forgetSeconds", settings.registration().forgetSeconds());
  }

  private static @Nullable NodeSettings settings(@Nullable JsonObject json) {
    return json == null
        ? null
        : new NodeSettings(
            json.getString("revision"),
            json.getString("cluster"),
            json.getString("version"),
            new ServerSettings(
                json.getLong("maxPayloadBytes"),
                json.getInteger("lameDuckSeconds"),
                json.getString("config")),
            new Registration(
                json.getInteger("heartbeatSeconds"),
                json.getInteger("aliveSeconds"),
                json.getInteger("forgetSeconds")));
  }

  private static @Nullable JsonObject write(@Nullable OrderReport order) {
    return order == null
        ? null
        : new JsonObject()
            .put("id", order.id())
            .put("outcome", order.outcome().name())
            .put("why", order.why());
  }

  private static @Nullable OrderReport order(@Nullable JsonObject json) {
    return json == null
        ? null
        : new OrderReport(
            json.getString("id"),
            Outcome.valueOf(json.getString("outcome")),
            json.getString("why"));
  }
}
