/**
 * Which module may know which, and who may know a vendor. Way in: {@link
 * dev.natsfleet.checks.architecture.Architecture}, rules over the {@link
 * dev.natsfleet.checks.architecture.Compiled} classes of all modules. Way out: the details of what
 * breaks a rule.
 */
@NullMarked
package dev.natsfleet.checks.architecture;

import org.jspecify.annotations.NullMarked;
