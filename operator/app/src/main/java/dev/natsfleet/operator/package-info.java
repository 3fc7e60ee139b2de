/**
 * The operator as a program.
 *
 * <p>Way in: {@link dev.natsfleet.operator.OperatorMain}. Settings come from the environment,
 * through {@link dev.natsfleet.operator.OperatorSettings}.
 */
@NullMarked
package dev.natsfleet.operator;

import org.jspecify.annotations.NullMarked;
