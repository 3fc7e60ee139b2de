/**
 * Checks which module may use which, and which classes may use a vendor's. Way in: {@link
 * dev.natsfleet.checks.architecture.Architecture}, rules over the {@link
 * dev.natsfleet.checks.architecture.CompiledModules} of all modules. Way out: the violations of a
 * rule.
 */
@NullMarked
package dev.natsfleet.checks.architecture;

import org.jspecify.annotations.NullMarked;
