package dev.natsfleet.logs.shipper.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobsTest {

  @TempDir Path directory;

  @BeforeEach
  void makeOneLog() throws IOException {
    create("real/a/app.log");
  }

  @Test
  void shouldFollowALinkThatAWildcardMatches() throws IOException {
    link("logs/a", "real/a");

    assertThat(found("logs/*/*.log")).containsExactly("logs/a/app.log");
    assertThat(directories("logs/*/*.log")).contains("logs", "logs/a");
  }

  @Test
  void shouldFollowALinkBeforeTheFirstWildcard() throws IOException {
    link("logs", "real");

    assertThat(found("logs/**.log")).containsExactly("logs/a/app.log");
    assertThat(found("logs/*/app.log")).containsExactly("logs/a/app.log");
  }

  @Test
  void shouldEndInATreeWhoseLinksLeadInACircle() throws IOException {
    link("real/a/loop", "real");

    assertThat(found("real/**.log")).containsExactly("real/a/app.log");
  }

  @Test
  void shouldListTheOthersBesideOneThatCannotBeListed() throws IOException {
    link("real/self", "real/self");
    create("real/file");

    assertThat(found("real/*/*.log", "missing/*/*.log", "real/file/*.log"))
        .containsExactly("real/a/app.log");
  }

  @Test
  void shouldWatchADirectoryInWhichANameWithoutWildcardsMayAppear() throws IOException {
    Files.createDirectories(directory.resolve("real/b"));

    assertThat(directories("real/*/later/app.log")).contains("real", "real/a", "real/b");
  }

  private Set<String> found(String... patterns) {
    Globs globs = globs(patterns);
    Set<String> found = new TreeSet<>();
    globs.list(
        path -> {
          if (globs.isMatch(path)) {
            found.add(directory.relativize(path).toString());
          }
        });
    return found;
  }

  private Set<String> directories(String pattern) {
    Set<String> names = new TreeSet<>();
    globs(pattern).directories().forEach(path -> names.add(directory.relativize(path).toString()));
    return names;
  }

  private Globs globs(String... patterns) {
    return new Globs(List.of(patterns).stream().map(one -> directory + "/" + one).toList());
  }

  private void create(String name) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.createFile(directory.resolve(name));
  }

  private void link(String name, String target) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.createSymbolicLink(directory.resolve(name), directory.resolve(target));
  }
}
