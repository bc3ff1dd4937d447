package io.mockarty.junit5;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances that one thread makes for its next test, the outer ones first, and the world of that test, when one of
 * the constructors asked for it. Used by that thread, until the class has ended.
 */
final class UnderConstruction {

    private final Set<Class<?>> begun = new HashSet<>();
    private volatile @Nullable World world;

    /** Whether an instance of the type fits in; a second one of a class belongs to another test. */
    boolean begin(Class<?> type) {
        return begun.add(type);
    }

    World world(Supplier<World> opening) {
        World known = world;
        if (known == null) {
            known = opening.get();
            world = known;
        }
        return known;
    }

    @Nullable
    World world() {
        return world;
    }

    /** Ends what no test will use, since a constructor failed. */
    void giveUp() {
        World unused = world;
        if (unused != null) {
            unused.close();
        }
    }

    /** Gives up what is left when a class has ended, if it stands on that class. */
    boolean isGivenUpWith(World ofClass) {
        World unused = world;
        boolean isOurs = unused != null && unused.standsOn(ofClass);
        if (isOurs) {
            giveUp();
        }
        return isOurs;
    }
}
