package dev.natsfleet.registry.dynamodblocal;

import com.amazonaws.services.dynamodbv2.model.Tag;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Tags of tables, stored beside the tables if these are stored. Thread safe. */
final class TableTags {

  /** Keys are {@code table/key}; a table name has no slash. */
  private final Properties tags = new Properties();

  private final @Nullable Path file;

  TableTags(@Nullable String directory) throws IOException {
    this.file = directory == null ? null : Path.of(directory, "tags.properties");
    if (file != null && Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        tags.load(in);
      }
    }
  }

  synchronized void put(String table, Collection<Tag> added) {
    added.forEach(tag -> tags.setProperty(table + "/" + tag.getKey(), tag.getValue()));
    save();
  }

  synchronized Collection<Tag> of(String table) {
    return tags.stringPropertyNames().stream()
        .filter(name -> name.startsWith(table + "/"))
        .map(name -> tag(name.substring(table.length() + 1), tags.getProperty(name)))
        .toList();
  }

  synchronized void remove(String table) {
    tags.keySet().removeIf(name -> name.toString().startsWith(table + "/"));
    save();
  }

  private static Tag tag(String key, String value) {
    return new Tag().withKey(key).withValue(value);
  }

  private void save() {
    if (file == null) {
      return;
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      tags.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
