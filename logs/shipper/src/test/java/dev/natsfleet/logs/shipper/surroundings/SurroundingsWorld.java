package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Path;

/** A tree of logs, those who change it, and the shipper that reads it. */
final class SurroundingsWorld implements AutoCloseable {

  private final SimulatedKernel kernel = new SimulatedKernel();
  private final ChangingTree tree;
  private final TreeRights rights;
  private final TreeBytes bytes;
  private final TreeActions actions;
  private final TreeRotation rotation;
  private final ShippingSide shipper;

  SurroundingsWorld(Path directory, boolean dated) throws IOException {
    Path root = directory.toRealPath();
    this.tree = new ChangingTree(root, kernel, this::isSeenWritten);
    this.rights = new TreeRights(tree, kernel);
    this.shipper =
        new ShippingSide(
            root,
            TreeActions.PATTERNS.stream().map(one -> root + "/" + one).toList(),
            kernel,
            rights);
    this.actions = new TreeActions(tree, shipper::knows);
    this.rotation = new TreeRotation(tree, actions, dated);
    this.bytes = new TreeBytes(tree, actions, shipper::readBefore);
  }

  SimulatedKernel kernel() {
    return kernel;
  }

  ChangingTree tree() {
    return tree;
  }

  TreeRights rights() {
    return rights;
  }

  TreeBytes bytes() {
    return bytes;
  }

  TreeActions actions() {
    return actions;
  }

  TreeRotation rotation() {
    return rotation;
  }

  ShippingSide shipper() {
    return shipper;
  }

  private boolean isSeenWritten(WrittenFile file) {
    return shipper.isSeenWritten(file);
  }

  @Override
  public void close() throws IOException {
    shipper.close();
    tree.close();
  }
}
