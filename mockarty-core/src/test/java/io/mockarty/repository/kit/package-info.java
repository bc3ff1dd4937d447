/**
 * What every repository must do, as tests: whoever writes one extends
 * {@link io.mockarty.repository.kit.RepositoryContractKit}, the type to open first. Published as the jar with the
 * classifier {@code tests}; needs JUnit Jupiter and AssertJ.
 */
@NullMarked
package io.mockarty.repository.kit;

import org.jspecify.annotations.NullMarked;
