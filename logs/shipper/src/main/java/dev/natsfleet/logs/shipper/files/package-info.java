/**
 * Where the bytes of logs are: names, directories, and open files.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.files.Globs} names the logs, {@link
 * dev.natsfleet.logs.shipper.files.DirectoryWatcher} tells when to look at them, {@link
 * dev.natsfleet.logs.shipper.files.DirectoryListing} lists the rotated files beside one, and {@link
 * dev.natsfleet.logs.shipper.files.Spool} keeps a file that a rotation deletes. Way out: a {@link
 * dev.natsfleet.logs.shipper.files.Source} gives bytes, plain or unpacked; {@link
 * dev.natsfleet.logs.shipper.files.FileSnapshot} and {@link
 * dev.natsfleet.logs.shipper.files.ContentReader} give the values of package {@code identity} by
 * which a file is recognised.
 *
 * <p>It knows package {@code identity} only, and nothing of logs and their generations.
 */
@NullMarked
package dev.natsfleet.logs.shipper.files;

import org.jspecify.annotations.NullMarked;
