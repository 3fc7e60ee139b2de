/**
 * What the checks look at. Way in: {@link dev.natsfleet.checks.tree.Tree#ofBuild()}. Way out: files
 * by kind, module names, text.
 */
@NullMarked
package dev.natsfleet.checks.tree;

import org.jspecify.annotations.NullMarked;
