package io.mockarty.blob;

import java.time.Instant;

/**
 * What a store knows of a blob without reading it.
 *
 * @param key the key it is kept under
 * @param size how many bytes it has
 * @param lastModified when it was put, by the clock of the store; S3 counts in seconds
 */
public record Blob(String key, long size, Instant lastModified) {}
