/**
 * The names of classes and of boolean methods, as {@code CONTRIBUTING.md} asks for them.
 *
 * <p>Way in: {@link dev.natsfleet.checks.naming.UniqueNames}, {@link
 * dev.natsfleet.checks.naming.ClassNames} and {@link dev.natsfleet.checks.naming.BooleanMethods},
 * each over the files of a source tree. Way out: one line for each name that breaks a rule.
 */
@NullMarked
package dev.natsfleet.checks.naming;

import org.jspecify.annotations.NullMarked;
