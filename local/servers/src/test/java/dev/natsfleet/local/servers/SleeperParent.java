package dev.natsfleet.local.servers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Starts a child process, prints its process id, and waits until it is killed. */
final class SleeperParent {

  private SleeperParent() {}

  public static void main(String[] args) throws InterruptedException {
    ServerProcess child =
        ServerProcess.start(
            new ServerCommand("sleeper", List.of("/bin/sleep", "600"), Path.of(args[0])));
    say(System.out, child.process().pid());
    child.process().waitFor();
  }

  private static void say(PrintStream out, long pid) {
    out.println(pid);
    out.flush();
  }
}
