package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A repository with something of the test around the calls of its parts. */
final class Intercepted {

    /** What surrounds a call. */
    interface Around {
        @Nullable
        Object call(String method, Callable<@Nullable Object> proceed) throws Exception;
    }

    private Intercepted() {}

    static Repository around(Repository repository, Around around) {
        return part(Repository.class, repository, around);
    }

    private static <T> T part(Class<T> type, Object target, Around around) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Callable<@Nullable Object> proceed = () -> {
                try {
                    return method.invoke(target, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            };
            Class<?> result = method.getReturnType();
            boolean isPart = type == Repository.class && result.isInterface();
            return isPart
                    ? part(result, proceed.call(), around)
                    : around.call(type.getSimpleName() + '.' + method.getName(), proceed);
        }));
    }
}
