/** Tests of the delivery check. */
@NullMarked
package dev.natsfleet.bench.lines;

import org.jspecify.annotations.NullMarked;
