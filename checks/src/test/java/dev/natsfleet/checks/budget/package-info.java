/**
 * Sizes of files and methods, and repetition. Way in: {@link dev.natsfleet.checks.budget.Sizes} and
 * {@link dev.natsfleet.checks.budget.Repetition}. Way out: findings, one line each; none is good.
 */
@NullMarked
package dev.natsfleet.checks.budget;

import org.jspecify.annotations.NullMarked;
