package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIndexTest {

  private static final int FILES = 500;

  @TempDir Path directory;
  private final FileIndex index = new FileIndex();

  @Test
  void shouldFindEachOwnerAlsoWhenOthersGoAndCome() throws IOException {
    // Given
    List<Generation> all = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      all.add(generation(Files.createFile(directory.resolve("app" + i + ".log"))));
    }
    all.forEach(index::add);

    // When
    List<Generation> gone =
        all.stream().filter(one -> one.identity().key().inode() % 3 != 0).toList();
    gone.forEach(index::remove);

    // Then
    assertThat(gone).isNotEmpty().allMatch(one -> index.find(one.identity().key()) == null);
    all.removeAll(gone);
    assertThat(all).isNotEmpty().allMatch(one -> index.find(one.identity().key()) == one);
    gone.forEach(index::add);
    assertThat(gone).allMatch(one -> index.find(one.identity().key()) == one);
  }

  @Test
  void shouldKeepTheLaterOwnerOfAFile() throws IOException {
    Path file = Files.createFile(directory.resolve("app.log"));
    Generation before = generation(file);
    Generation later = generation(file);

    index.add(before);
    index.add(later);
    index.remove(before);

    assertThat(index.find(later.identity().key())).isSameAs(later);
  }

  private static Generation generation(Path file) throws IOException {
    FileKey key = FileKey.of(Files.readAttributes(file, BasicFileAttributes.class));
    return new TrackedLog(new LogName(1, file)).add(key, file, 0);
  }
}
