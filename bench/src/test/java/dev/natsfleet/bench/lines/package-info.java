/** The oracle finds what is wrong, and nothing else. */
@NullMarked
package dev.natsfleet.bench.lines;

import org.jspecify.annotations.NullMarked;
