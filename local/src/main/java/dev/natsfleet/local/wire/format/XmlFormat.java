package dev.natsfleet.local.wire.format;

import java.util.List;

/** Writes responses as XML; list items are called {@code member} (Query) or {@code item} (EC2). */
public final class XmlFormat {

  private final StringBuilder out = new StringBuilder();
  private final String item;

  private XmlFormat(String item) {
    this.item = item;
  }

  /**
   * Writes a whole document.
   *
   * @param root name of the outermost element
   * @param namespace of the service, empty for none
   */
  public static String write(String root, String namespace, ResponseNode node, String item) {
    XmlFormat xml = new XmlFormat(item);
    xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root);
    if (!namespace.isEmpty()) {
      xml.out.append(" xmlns=\"").append(namespace).append('"');
    }
    xml.out.append('>');
    xml.value(node);
    return xml.out.append("</").append(root).append('>').toString();
  }

  private void value(Object value) {
    switch (value) {
      case ResponseNode node -> node.fields().forEach(this::element);
      case List<?> list -> list.forEach(entry -> element(item, entry));
      default -> escape(ResponseNode.text(value));
    }
  }

  private void element(String name, Object value) {
    out.append('<').append(name).append('>');
    value(value);
    out.append("</").append(name).append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      out.append(escaped(text.charAt(i)));
    }
  }

  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      default -> String.valueOf(c);
    };
  }
}
