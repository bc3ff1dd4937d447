package io.mockarty.mock;

import io.mockarty.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a document, so that all of it is reported at once. Not thread-safe. */
public final class Problems {

    private static final int MAX_VALUE_LENGTH = 80;

    private final List<Problem> found = new ArrayList<>();

    /** Creates an empty collector. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param path where, such as {@code response.statusCode}
     * @param value the JSON value that stands there; long ones are cut
     * @param expected what should stand there
     */
    public void add(String path, @Nullable Object value, String expected) {
        found.add(new Problem(path, shorten(Json.write(value)), expected));
    }

    /**
     * Adds a problem that was found elsewhere.
     *
     * @param problem the problem
     */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** {@return what was found so far, in order of discovery} */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** {@return true when nothing was found} */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the collection.
     *
     * @throws InvalidMockException naming every problem, when something was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidMockException(found());
        }
    }

    /**
     * Joins the path of an object with the name of one of its fields.
     *
     * @param parent the path of the object, empty for the document itself
     * @param field the field name
     * @return the path of the field
     */
    public static String join(String parent, String field) {
        return parent.isEmpty() ? field : parent + "." + field;
    }

    private static String shorten(String text) {
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "...";
    }
}
