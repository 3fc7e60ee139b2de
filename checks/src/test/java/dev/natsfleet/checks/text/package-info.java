/**
 * What the text of the repository promises and must not tell.
 *
 * <p>Way in: {@link dev.natsfleet.checks.text.MarkdownLinks}, {@link
 * dev.natsfleet.checks.text.ForbiddenPlaces}, {@link dev.natsfleet.checks.text.ReadmeTable}, {@link
 * dev.natsfleet.checks.text.PackagePages}, {@link dev.natsfleet.checks.text.Glossary}, {@link
 * dev.natsfleet.checks.text.DecisionPages}, {@link dev.natsfleet.checks.text.NamedTests}, {@link
 * dev.natsfleet.checks.text.QuotedNames} and {@link dev.natsfleet.checks.text.Walks}. Way out:
 * findings, one line each; none is good.
 */
@NullMarked
package dev.natsfleet.checks.text;

import org.jspecify.annotations.NullMarked;
