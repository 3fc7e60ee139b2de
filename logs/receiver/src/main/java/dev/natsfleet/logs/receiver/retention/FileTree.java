package dev.natsfleet.logs.receiver.retention;

import dev.natsfleet.failures.FirstFailure;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files below a directory, of which any may be a link to another disk. */
final class FileTree extends SimpleFileVisitor<Path> {

  private final FirstFailure failures;
  private final List<ListedFile> files = new ArrayList<>();

  private FileTree(FirstFailure failures) {
    this.failures = failures;
  }

  /** Lists what can be read; of what cannot, the first failure is noted. */
  static FileTree list(Path root, int depth, FirstFailure failures) throws IOException {
    FileTree tree = new FileTree(failures);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, tree);
    return tree;
  }

  /** The files whose path is wanted, newest first. */
  List<ListedFile> files(Predicate<Path> wanted) {
    return files.stream()
        .filter(file -> wanted.test(file.path()))
        .sorted(Comparator.comparing(ListedFile::modified).reversed())
        .toList();
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
    if (file.isRegularFile()) {
      files.add(ListedFile.of(path, file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    note(failure);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure) {
    if (failure != null) {
      note(failure);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What was deleted meanwhile is no failure; a loop has been listed once. */
  private void note(IOException failure) {
    if (!(failure instanceof NoSuchFileException)
        && !(failure instanceof FileSystemLoopException)) {
      failures.note(failure);
    }
  }
}
