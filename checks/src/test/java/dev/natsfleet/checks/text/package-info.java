/**
 * What the text of the repository promises and must not tell. Way in: {@link
 * dev.natsfleet.checks.text.Links}, {@link dev.natsfleet.checks.text.Places} and {@link
 * dev.natsfleet.checks.text.ReadmeTable}. Way out: findings, one line each; none is good.
 */
@NullMarked
package dev.natsfleet.checks.text;

import org.jspecify.annotations.NullMarked;
