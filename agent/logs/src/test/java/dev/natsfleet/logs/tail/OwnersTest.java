package dev.natsfleet.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {

  private static final int FILES = 500;

  @TempDir Path directory;
  private final Owners owners = new Owners();

  @Test
  void shouldFindEachOwnerAlsoWhenOthersGoAndCome() throws IOException {
    // Given
    List<Generation> all = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      all.add(generation(Files.createFile(directory.resolve("app" + i + ".log"))));
    }
    all.forEach(owners::add);

    // When
    List<Generation> gone = all.stream().filter(one -> one.key().inode() % 3 != 0).toList();
    gone.forEach(owners::remove);

    // Then
    assertThat(gone).isNotEmpty().allMatch(one -> owners.find(one.key()) == null);
    all.removeAll(gone);
    assertThat(all).isNotEmpty().allMatch(one -> owners.find(one.key()) == one);
    gone.forEach(owners::add);
    assertThat(gone).allMatch(one -> owners.find(one.key()) == one);
  }

  @Test
  void shouldKeepTheLaterOwnerOfAFile() throws IOException {
    Path file = Files.createFile(directory.resolve("app.log"));
    Generation before = generation(file);
    Generation later = generation(file);

    owners.add(before);
    owners.add(later);
    owners.remove(before);

    assertThat(owners.find(later.key())).isSameAs(later);
  }

  private static Generation generation(Path file) throws IOException {
    FileKey key = FileKey.of(Files.readAttributes(file, BasicFileAttributes.class));
    return new Log(1, file, new Neighbours(new Owners())).add(key, file);
  }
}
