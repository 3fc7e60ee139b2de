/**
 * The source tree that the checks read. Way in: {@link
 * dev.natsfleet.checks.tree.SourceTree#ofBuild()}. Way out: files by kind, module names, and texts.
 */
@NullMarked
package dev.natsfleet.checks.tree;

import org.jspecify.annotations.NullMarked;
