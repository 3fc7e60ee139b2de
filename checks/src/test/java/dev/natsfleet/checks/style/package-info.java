/**
 * Checks each rule of {@code build/checkstyle.xml} with a file that breaks it. Way in: {@link
 * dev.natsfleet.checks.style.Checkstyle}. Way out: the names of the rules that reported it.
 */
@NullMarked
package dev.natsfleet.checks.style;

import org.jspecify.annotations.NullMarked;
