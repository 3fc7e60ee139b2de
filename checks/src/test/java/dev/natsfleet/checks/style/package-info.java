/**
 * The rules of {@code build/checkstyle.xml}, each tried on a file that breaks it. Way in: {@link
 * dev.natsfleet.checks.style.Checkstyle}. Way out: the names of the rules that spoke.
 */
@NullMarked
package dev.natsfleet.checks.style;

import org.jspecify.annotations.NullMarked;
