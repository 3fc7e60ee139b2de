package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Path;

/** A tree of logs, those who change it, and the shipper that reads it. */
final class SurroundingsWorld implements AutoCloseable {

  private final SimulatedKernel kernel = new SimulatedKernel();
  private final ChangingTree tree;
  private final TreeActions actions;
  private final TreeRotation rotation;
  private final ShippingSide shipper;

  SurroundingsWorld(Path directory, boolean dated) throws IOException {
    Path root = directory.toRealPath();
    this.shipper =
        new ShippingSide(
            root, TreeActions.PATTERNS.stream().map(one -> root + "/" + one).toList(), kernel);
    this.tree = new ChangingTree(root, kernel, shipper::isSeenWritten);
    this.actions = new TreeActions(tree, shipper::knows);
    this.rotation = new TreeRotation(tree, actions, dated);
  }

  SimulatedKernel kernel() {
    return kernel;
  }

  ChangingTree tree() {
    return tree;
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

  @Override
  public void close() throws IOException {
    shipper.close();
    tree.close();
  }
}
