package io.mockarty.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import java.util.List;

/** Compiled patterns as tests need them. */
public final class Patterns {

    private Patterns() {}

    public static RequestPattern of(HttpMockBuilder description) {
        return of(description, TemplateRoot.none());
    }

    static RequestPattern of(HttpMockBuilder description, TemplateRoot files) {
        Problems problems = new Problems();
        RequestPattern pattern = RequestPattern.compile(description.request(), "", files, problems);
        assertThat(problems.found()).isEmpty();
        return pattern;
    }

    static List<String> problems(HttpMockBuilder description) {
        Problems problems = new Problems();
        RequestPattern.compile(description.request(), "", TemplateRoot.none(), problems);
        return problems.found().stream().map(Object::toString).toList();
    }
}
