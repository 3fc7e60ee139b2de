package dev.natsfleet.registry.dynamodblocal;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of the DynamoDB Local process: this module's classes and the jars that its build
 * copied.
 */
final class DynamoLocalCommand {

  private DynamoLocalCommand() {}

  static List<String> of(String address, int port, @Nullable Path directory) {
    Path classes = classes();
    Path jars = classes.resolveSibling("dynamodb-local");
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException(jars + " is missing: build registry/dynamodb-local");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dsqlite4java.library.path=" + jars);
    command.addAll(List.of("-cp", classes + File.pathSeparator + jars + "/*"));
    command.addAll(List.of(DynamoLocalMain.class.getName(), address, Integer.toString(port)));
    if (directory != null) {
      command.add(directory.toString());
    }
    return command;
  }

  private static Path classes() {
    try {
      return Path.of(
          DynamoLocalCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
