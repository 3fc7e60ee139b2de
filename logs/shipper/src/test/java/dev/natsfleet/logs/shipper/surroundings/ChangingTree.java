package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A real tree of files, and beside it what is in every file of it. Each operation is told to the
 * kernel; each has a time of change of its own.
 */
final class ChangingTree implements AutoCloseable {

  private static final int MAX_LINKS = 40;
  private static final long START = 1_577_836_800_000L; // 2020, long before any time of birth

  private final Path root;
  private final SimulatedKernel kernel;
  private final SortedMap<Path, WrittenFile> files = new TreeMap<>();
  private final List<WrittenFile> all = new ArrayList<>();
  private final Predicate<WrittenFile> tracked;
  private int changes;

  /**
   * A tree in an empty directory.
   *
   * @param tracked whether the shipper has seen bytes of a file
   */
  ChangingTree(Path root, SimulatedKernel kernel, Predicate<WrittenFile> tracked)
      throws IOException {
    this.tracked = tracked;
    this.root = root;
    this.kernel = kernel;
  }

  Path root() {
    return root;
  }

  /** Every file that ever was. */
  List<WrittenFile> all() {
    return all;
  }

  /** The files that have a name, by their real paths. */
  Map<Path, WrittenFile> named() {
    return files;
  }

  /** Where a path leads through all links; empty when nothing can be there. */
  Optional<Path> place(String path) throws IOException {
    Path end = root.resolve(path);
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(end); i++) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    Path parent = end.getParent();
    if (parent == null
        || !Files.isDirectory(parent)
        || Files.isSymbolicLink(end)
        || Files.isDirectory(end)) {
      return Optional.empty();
    }
    return Optional.of(parent.toRealPath().resolve(end.getFileName()));
  }

  @Nullable WrittenFile at(Path path) {
    return files.get(path);
  }

  /** The file with this real path, which is made if there is none. */
  WrittenFile open(Path path) throws IOException {
    WrittenFile known = files.get(path);
    return known == null ? create(path) : known;
  }

  private WrittenFile create(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Object inode = Files.getAttribute(path, "unix:ino");
    WrittenFile file = new WrittenFile(channel, (Long) inode);
    files.put(path, file);
    all.add(file);
    stamp(path);
    kernel.changed(path, StandardWatchEventKinds.ENTRY_CREATE);
    return file;
  }

  /** Adds a line behind the last one, also to a file without a name. */
  void append(WrittenFile file, WrittenLine line) throws IOException {
    file.add(List.of(line));
    append(file, line, "\n");
  }

  /** Adds a line of which the end is written with whatever comes next. */
  void begin(WrittenFile file, WrittenLine line) throws IOException {
    file.add(List.of(line));
    append(file, line, WrittenLine.REST.getFirst());
    file.rest(WrittenLine.REST.getLast() + "\n");
  }

  /** Ends the last line, if it was only begun. */
  void finish(WrittenFile file) throws IOException {
    write(file, file.takeRest());
  }

  /** Writes a line to its place in the file. */
  void overwrite(WrittenFile file, WrittenLine other) throws IOException {
    byte[] bytes = other.text().getBytes(StandardCharsets.US_ASCII);
    file.channel().write(ByteBuffer.wrap(bytes), file.offset(other));
    written(file);
  }

  private void append(WrittenFile file, WrittenLine line, String end) throws IOException {
    String before = file.takeRest();
    file.offset(line, file.end() + before.length());
    write(file, before + line.text() + end);
  }

  private void write(WrittenFile file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (file.channel().size() > file.end() && file.isRenamed()) {
      file.markOverwritten();
    }
    file.channel().write(ByteBuffer.wrap(bytes), file.end());
    file.end(file.end() + bytes.length);
    written(file);
  }

  /** Changes the size of a file: reserves space, gives it back, or cuts lines off. */
  void resize(WrittenFile file, long size) throws IOException {
    if (size > file.channel().size()) {
      file.channel().write(ByteBuffer.wrap(new byte[1]), size - 1);
    } else {
      file.channel().truncate(size);
    }
    if (size < file.end()) {
      file.cutOff(tracked.test(file));
      file.end(0);
    }
    written(file);
  }

  void rename(Path from, Path to) throws IOException {
    if (files.get(from) == files.get(to)) {
      return; // two names of one file: nothing happens
    }
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    WrittenFile file = files.remove(from);
    if (file != null) {
      file.markRenamed();
      files.put(to, file);
    }
    kernel.changed(from, StandardWatchEventKinds.ENTRY_DELETE);
    kernel.changed(to, StandardWatchEventKinds.ENTRY_CREATE);
  }

  void delete(Path path) throws IOException {
    Files.delete(path);
    files.remove(path);
    kernel.changed(path, StandardWatchEventKinds.ENTRY_DELETE);
  }

  void link(Path from, Path to) throws IOException {
    Files.createLink(to, from);
    files.put(to, open(from));
    kernel.changed(to, StandardWatchEventKinds.ENTRY_CREATE);
  }

  void copy(Path from, Path to) throws IOException {
    WrittenFile source = open(from);
    WrittenFile copy = create(to);
    copy.channel().write(ByteBuffer.wrap(Files.readAllBytes(from)), 0);
    copy.takeFrom(source);
    source.copiedTo(copy);
    copy.end(source.end());
    written(copy);
  }

  /** Packs a file as gzip does: a new file with the time of change of the old one. */
  void pack(Path from, Path to) throws IOException {
    FileTime modified = Files.getLastModifiedTime(from);
    WrittenFile source = open(from);
    WrittenFile packed = create(to);
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
    packed.takeFrom(source);
    kernel.changed(to, StandardWatchEventKinds.ENTRY_MODIFY);
    Files.setLastModifiedTime(to, modified);
    delete(from);
    source.lines().clear();
  }

  /** Makes a link lead elsewhere in one step. */
  void lead(Path link, Path target) throws IOException {
    Path fresh = link.resolveSibling("fresh.link");
    Files.createSymbolicLink(fresh, target);
    kernel.changed(fresh, StandardWatchEventKinds.ENTRY_CREATE);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    kernel.changed(fresh, StandardWatchEventKinds.ENTRY_DELETE);
    kernel.changed(link, StandardWatchEventKinds.ENTRY_CREATE);
  }

  /** Makes a link and deletes it. */
  void pass(Path link, Path target) throws IOException {
    Files.createSymbolicLink(link, target);
    kernel.changed(link, StandardWatchEventKinds.ENTRY_CREATE);
    delete(link);
  }

  void makeDirectory(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(directory);
      kernel.changed(directory, StandardWatchEventKinds.ENTRY_CREATE);
    }
  }

  void removeDirectory(Path directory) throws IOException {
    for (Path path : List.copyOf(under(directory).keySet())) {
      delete(path);
    }
    kernel.removing(directory);
    Files.delete(directory);
    kernel.changed(directory, StandardWatchEventKinds.ENTRY_DELETE);
  }

  void moveDirectory(Path from, Path to) throws IOException {
    Files.move(from, to);
    SortedMap<Path, WrittenFile> moved = new TreeMap<>(under(from));
    moved.forEach(
        (path, file) -> {
          files.remove(path);
          files.put(to.resolve(from.relativize(path)), file);
        });
    kernel.changed(from, StandardWatchEventKinds.ENTRY_DELETE);
    kernel.changed(to, StandardWatchEventKinds.ENTRY_CREATE);
  }

  /** The files in a directory. */
  SortedMap<Path, WrittenFile> under(Path directory) {
    SortedMap<Path, WrittenFile> found = new TreeMap<>(files);
    found.keySet().removeIf(path -> !path.startsWith(directory));
    return found;
  }

  @Override
  public void close() throws IOException {
    for (WrittenFile file : all) {
      file.channel().close();
    }
  }

  private void written(WrittenFile file) throws IOException {
    Path named = null;
    for (Map.Entry<Path, WrittenFile> entry : files.entrySet()) {
      boolean shipped = !entry.getKey().startsWith(root.resolve("kept"));
      named = entry.getValue() == file && shipped && named == null ? entry.getKey() : named;
    }
    if (named != null) {
      stamp(named);
      kernel.changed(named, StandardWatchEventKinds.ENTRY_MODIFY);
    }
  }

  private void stamp(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.fromMillis(START + 1000L * ++changes));
  }
}
