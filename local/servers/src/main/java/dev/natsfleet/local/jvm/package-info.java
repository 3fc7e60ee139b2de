/**
 * Starts Java programs as processes, fast enough to start many of them.
 *
 * <p>Way in: {@link dev.natsfleet.local.jvm.ClassPath} and {@link
 * dev.natsfleet.local.jvm.JavaProgram}. Way out: a command line for {@link ProcessBuilder}; with an
 * {@link dev.natsfleet.local.jvm.AotCache} it starts in half the time.
 */
@NullMarked
package dev.natsfleet.local.jvm;

import org.jspecify.annotations.NullMarked;
