package dev.natsfleet.simulation.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** Reads the user's part of the settings; a text that was read before is not parsed again. */
final class ConfigJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, Object>> known = new HashMap<>();

  Map<String, Object> read(String text) {
    return known.computeIfAbsent(text, ConfigJson::parse);
  }

  private static Map<String, Object> parse(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings hold no JSON object: " + text, e);
    }
  }
}
