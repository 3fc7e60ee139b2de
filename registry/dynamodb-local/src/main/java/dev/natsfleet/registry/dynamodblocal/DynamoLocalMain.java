package dev.natsfleet.registry.dynamodblocal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the child process. DynamoDB Local's own main listens on every address and sends
 * usage data; this one listens on the given address only and sends none.
 */
final class DynamoLocalMain {

  private DynamoLocalMain() {}

  /**
   * Serves until standard input ends: the parent has closed it or has died.
   *
   * @param args address, port (0 for a free one), and a directory for the tables or nothing for
   *     memory
   */
  public static void main(String[] args) throws Exception {
    ServerConnector connector = serve(args[0], Integer.parseInt(args[1]), directory(args));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.println(connector.getLocalPort());
    awaitEndOfInput();
    // Threads of Jetty and SQLite would keep the process alive, and there is nothing to save.
    Runtime.getRuntime().halt(0);
  }

  private static ServerConnector serve(String address, int port, @Nullable String directory)
      throws Exception {
    TaggedTables tables = new TaggedTables(directory);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(address);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new ContextHandler(new TagParsingReader(tables), "/"));
    server.start();
    return connector;
  }

  private static @Nullable String directory(String[] args) {
    return args.length > 2 ? args[2] : null;
  }

  private static void awaitEndOfInput() throws IOException {
    int next;
    do {
      next = System.in.read();
    } while (next >= 0);
  }
}
