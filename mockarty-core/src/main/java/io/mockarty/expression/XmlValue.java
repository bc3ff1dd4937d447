package io.mockarty.expression;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** {@code $.xpath('/order/@id')}. */
record XmlValue(XmlPath path) implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        Document document = scope.request().body().xml();
        return document == null ? null : path.read(document);
    }
}
