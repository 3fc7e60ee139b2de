package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathLinksTest {

  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void start() throws IOException {
    root = directory.toRealPath();
    Files.createDirectories(root.resolve("releases/1"));
  }

  @Test
  void shouldFollowALinkThatIsMetTwice() throws IOException {
    Path current = link("current", "releases/1");
    Path pass = link("releases/pass", "../current/../app.log");
    Path app = link("releases/app.log", "../store/app.log");
    Path log = link("log", "current/../pass");

    assertThat(PathLinks.of(log)).containsExactlyInAnyOrder(log, current, pass, app);
  }

  @Test
  void shouldEndInACircle() throws IOException {
    Path one = link("one", "two");
    Path two = link("two", "one");

    assertThat(PathLinks.of(one.resolve("app.log"))).contains(one, two);
  }

  private Path link(String name, String target) throws IOException {
    return Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }
}
