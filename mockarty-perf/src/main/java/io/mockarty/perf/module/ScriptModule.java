package io.mockarty.perf.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that scripts can import, such as {@code k6/http}. Implementations are found by
 * {@link java.util.ServiceLoader}, have no state of their own and need no library before {@link #open}.
 *
 * <p>Scripts see of Java objects only methods annotated with {@link org.graalvm.polyglot.HostAccess.Export}, and
 * {@link org.graalvm.polyglot.proxy.Proxy proxies}.
 */
public interface ScriptModule {

    /** {@return the specifiers that import this module, such as {@code k6/http} and {@code mockarty/http}} */
    List<String> names();

    /** {@return the optional libraries without which the module cannot work} */
    default List<Library> libraries() {
        return List.of();
    }

    /**
     * Makes the module ready for one virtual user. Called once for each user that imports one of the names, when the
     * first of its imports is resolved.
     *
     * @param user the virtual user
     * @return what the module offers: a {@link java.util.Map} from names of exports to values when there is no
     *     {@link #source}, or else whatever the source expects
     */
    Object open(ModuleContext user);

    /**
     * {@return the text of the ES module behind a name, or null when it merely exports what {@link #open} returns: each
     * entry by its name and all of them together as the default}. In the text {@code __host("name")} gives what
     * {@link #open} returned.
     *
     * @param name one of {@link #names}
     */
    default @Nullable String source(String name) {
        return null;
    }

    /**
     * A library that is optional.
     *
     * @param className a class of it, by which to see whether it is there
     * @param coordinates what to add to a build that lacks it, as {@code group:artifact}
     */
    record Library(String className, String coordinates) {}
}
