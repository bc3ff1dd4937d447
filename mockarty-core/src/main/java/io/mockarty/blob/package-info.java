/**
 * Files that outlive a server: templates, recordings, backups. They lie in a directory, or in a bucket of S3 and what
 * speaks like it, and behave the same in both. {@link io.mockarty.blob.BlobStore} is the type to open first.
 */
@NullMarked
package io.mockarty.blob;

import org.jspecify.annotations.NullMarked;
