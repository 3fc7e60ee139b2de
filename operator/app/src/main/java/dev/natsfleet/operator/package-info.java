/**
 * The operator as a program.
 *
 * <p>Way in: {@link dev.natsfleet.operator.OperatorMain}. Settings come from the environment,
 * through {@link dev.natsfleet.operator.OperatorSettings}. Way out: a process that reconciles until
 * it is stopped; exit code 1 when it cannot start, 2 when its settings are refused, 3 when it led
 * and can no longer be sure that it does.
 */
@NullMarked
package dev.natsfleet.operator;

import org.jspecify.annotations.NullMarked;
