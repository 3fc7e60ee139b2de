/**
 * The picture of modules and packages in {@code docs/architecture.md}, drawn from imports.
 *
 * <p>Way in: {@link dev.natsfleet.checks.picture.ArchitecturePicture#of}; {@code make picture} runs
 * {@link dev.natsfleet.checks.picture.PictureMain}. Way out: the page with its picture as the code
 * is now. Nothing here uses a library, so that the JDK alone can run it from source.
 */
@NullMarked
package dev.natsfleet.checks.picture;

import org.jspecify.annotations.NullMarked;
