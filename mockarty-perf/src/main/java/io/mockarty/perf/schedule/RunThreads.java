package io.mockarty.perf.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The threads of users: virtual ones where Java has them (21 and later), or else plain ones with small stacks. */
final class RunThreads {

    private static final long STACK = 1024L * 1024;
    private static final @Nullable MethodHandle START_VIRTUAL = find();

    private RunThreads() {}

    private static @Nullable MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException | IllegalAccessException olderJava) {
            return null;
        }
    }

    static Thread start(String name, Runnable task) {
        if (START_VIRTUAL != null) {
            try {
                Thread thread = (Thread) START_VIRTUAL.invokeExact(task);
                thread.setName(name);
                return thread;
            } catch (UnsupportedOperationException notHere) {
                return startPlatform(name, task);
            } catch (Throwable e) {
                throw new IllegalStateException("a thread could not be started", e);
            }
        }
        return startPlatform(name, task);
    }

    /** Whether {@link #start} takes virtual threads. */
    static boolean areVirtual() {
        return START_VIRTUAL != null;
    }

    static Thread startPlatform(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
