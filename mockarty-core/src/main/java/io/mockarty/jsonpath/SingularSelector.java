package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/** A selector of at most one child; a query of such selectors is singular and needs no nodelist. */
sealed interface SingularSelector extends Selector permits NameSelector, IndexSelector {

    /** Returns the selected child of a value, or {@link Nothing} when there is none. */
    @Nullable
    Object child(@Nullable Object node);
}
