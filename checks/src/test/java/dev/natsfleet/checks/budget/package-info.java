/**
 * Checks the sizes of files and methods, and repeated code. Way in: {@link
 * dev.natsfleet.checks.budget.SourceSizes} and {@link dev.natsfleet.checks.budget.Repetition}. Way
 * out: findings, one line each; an empty list is a pass.
 */
@NullMarked
package dev.natsfleet.checks.budget;

import org.jspecify.annotations.NullMarked;
