/**
 * Java programs that are started often, as processes of their own.
 *
 * <p>Way in: {@link dev.natsfleet.local.java.ClassPath} and {@link
 * dev.natsfleet.local.java.JavaProgram}. Way out: a command line for {@link ProcessBuilder}; with
 * an {@link dev.natsfleet.local.java.AotCache} it starts in half the time.
 */
@NullMarked
package dev.natsfleet.local.java;

import org.jspecify.annotations.NullMarked;
