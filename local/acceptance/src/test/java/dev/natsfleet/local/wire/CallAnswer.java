package dev.natsfleet.local.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An answer as values by path; the elements of a list have the path of the list.
 *
 * @param text the answer itself, for messages
 */
record CallAnswer(int status, Map<String, List<String>> values, String text) {

  private static final List<String> LIST_ELEMENTS = List.of("member", "item");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static CallAnswer of(int status, String body) {
    Map<String, List<String>> values = new HashMap<>();
    if (body.startsWith("{")) {
      flatten("", json(body), values);
    } else if (!body.isEmpty()) {
      flatten("", root(body), values);
    }
    return new CallAnswer(status, values, body);
  }

  List<String> at(String path) {
    return values.getOrDefault(path, List.of());
  }

  /** The code of an error. */
  String code() {
    return first("Errors.Error.Code", "Error.Code", "__type");
  }

  /** The message of an error. */
  String message() {
    return first("Errors.Error.Message", "Error.Message", "message", "Message");
  }

  private String first(String... paths) {
    return List.of(paths).stream()
        .flatMap(path -> at(path).stream())
        .findFirst()
        .orElse("no error");
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static Element root(String body) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body.strip().getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static void flatten(String path, Node node, Map<String, List<String>> values) {
    List<Element> children = elements(node);
    if (children.isEmpty()) {
      String text = node.getTextContent().strip();
      if (!text.isEmpty()) {
        values.computeIfAbsent(path, p -> new ArrayList<>()).add(text);
      }
    }
    for (Element child : children) {
      String name = child.getNodeName();
      boolean hidden = LIST_ELEMENTS.contains(name) || (path.isEmpty() && name.endsWith("Result"));
      flatten(hidden ? path : join(path, name), child, values);
    }
  }

  private static List<Element> elements(Node node) {
    List<Element> elements = new ArrayList<>();
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static void flatten(String path, JsonNode node, Map<String, List<String>> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(join(path, field.getKey()), field.getValue(), values));
    } else if (node.isArray()) {
      node.forEach(element -> flatten(path, element, values));
    } else {
      values.computeIfAbsent(path, p -> new ArrayList<>()).add(node.asText());
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
