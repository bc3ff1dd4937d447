/**
 * What every blob store does, as tests: {@link io.mockarty.blob.kit.BlobStoreContractKit} is the type to open first.
 */
@NullMarked
package io.mockarty.blob.kit;

import org.jspecify.annotations.NullMarked;
