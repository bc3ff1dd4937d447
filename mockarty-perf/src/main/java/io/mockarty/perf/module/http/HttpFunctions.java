package io.mockarty.perf.module.http;

import io.mockarty.perf.module.EventLoop;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** The functions of the module, for one user. */
final class HttpFunctions {

    private static final int BATCH = 20;
    private static final int BATCH_PER_HOST = 6;

    private final ModuleContext user;
    private final HttpSession session;
    private final RequestReader reader;
    private final int batch;
    private final int batchPerHost;

    HttpFunctions(ModuleContext user) {
        this.user = user;
        session = new HttpSession(user);
        reader = new RequestReader(user, session);
        batch = limit("batch", BATCH);
        batchPerHost = limit("batchPerHost", BATCH_PER_HOST);
    }

    private int limit(String option, int byDefault) {
        return user.options().get(option) instanceof Number number && number.intValue() > 0
                ? number.intValue()
                : byDefault;
    }

    Map<String, Object> asObject() {
        Map<String, Object> functions = new LinkedHashMap<>();
        functions.put("get", withoutBody("GET"));
        functions.put("head", withoutBody("HEAD"));
        for (String method : List.of("POST", "PUT", "PATCH", "OPTIONS")) {
            functions.put(method.toLowerCase(java.util.Locale.ROOT), withBody(method));
        }
        functions.put("del", withBody("DELETE"));
        functions.put("request", request());
        functions.put("asyncRequest", (ProxyExecutable) this::asyncRequest);
        functions.put("batch", (ProxyExecutable) arguments -> batch(argument(arguments, 0)));
        functions.put("newJar", (ProxyExecutable) arguments -> new ScriptJar(user, new CookieJar()));
        functions.put("jar", (ProxyExecutable) arguments -> new ScriptJar(user, session.jar()));
        functions.put("setPages", (ProxyExecutable) arguments -> {
            session.pages(arguments[0]);
            return null;
        });
        functions.put("resolve", (ProxyExecutable) arguments -> URI.create(Urls.escape(arguments[0].asString()))
                .resolve(Urls.escape(arguments[1].asString()))
                .toString());
        functions.put("setResponseCallback", (ProxyExecutable) arguments -> {
            session.expect(ExpectedStatuses.of(user, argument(arguments, 0)));
            return null;
        });
        return functions;
    }

    private static @Nullable Value argument(Value[] arguments, int index) {
        return index < arguments.length && !arguments[index].isNull() ? arguments[index] : null;
    }

    private ProxyExecutable withoutBody(String method) {
        return arguments -> {
            requireIteration();
            return session.send(reader.read(method, argument(arguments, 0), null, argument(arguments, 1)));
        };
    }

    private ProxyExecutable withBody(String method) {
        return arguments -> {
            requireIteration();
            Value body = argument(arguments, 1);
            Value parameters = argument(arguments, 2);
            if (method.equals("DELETE") && parameters == null && isParameters(body)) {
                // The product documents del(url, params), k6 del(url, body, params).
                return session.send(reader.read(method, argument(arguments, 0), null, body));
            }
            return session.send(reader.read(method, argument(arguments, 0), body, parameters));
        };
    }

    private static boolean isParameters(@Nullable Value value) {
        if (value == null || !value.hasMembers() || value.isString()) {
            return false;
        }
        return value.hasMember("headers") || value.hasMember("tags") || value.hasMember("timeout");
    }

    private ProxyExecutable request() {
        return arguments -> {
            requireIteration();
            return session.send(reader.read(
                    method(argument(arguments, 0)),
                    argument(arguments, 1),
                    argument(arguments, 2),
                    argument(arguments, 3)));
        };
    }

    private static String method(@Nullable Value method) {
        if (method == null || !method.isString()) {
            throw new ScriptException("method: " + method + " (expected: a string such as GET)");
        }
        return method.asString().toUpperCase(java.util.Locale.ROOT);
    }

    private void requireIteration() {
        if (user.initializing()) {
            throw new ScriptException(
                    "requests can be made in iterations, setup and teardown (expected: no request while"
                            + " the script is loaded)");
        }
    }

    private Object asyncRequest(Value... arguments) {
        requireIteration();
        HttpTask task = reader.read(
                method(argument(arguments, 0)), argument(arguments, 1), argument(arguments, 2), argument(arguments, 3));
        EventLoop.Pending pending = user.loop().expect();
        return user.values()
                .promise((resolve, reject) -> session.inBackground(() -> {
                    Exchange exchange = new Exchange();
                    RuntimeException problem = null;
                    try {
                        exchange = session.exchange(task);
                    } catch (RuntimeException e) {
                        problem = e;
                    }
                    pending.complete(settlement(task, exchange, problem, resolve, reject));
                }));
    }

    private Runnable settlement(
            HttpTask task, Exchange exchange, @Nullable RuntimeException problem, Value resolve, Value reject) {
        return () -> {
            try {
                if (problem != null) {
                    throw new ScriptException(task.method() + " " + task.url() + ": " + problem.getMessage(), problem);
                }
                resolve.executeVoid(session.finish(task, exchange));
            } catch (ScriptException e) {
                reject.executeVoid(user.values().error("Error", String.valueOf(e.getMessage())));
            }
        };
    }

    private Object batch(@Nullable Value requests) {
        requireIteration();
        if (requests == null || !requests.hasArrayElements() && !requests.hasMembers()) {
            throw new ScriptException("batch: " + requests + " (expected: an array or an object of requests)");
        }
        Map<String, HttpTask> tasks = new LinkedHashMap<>();
        if (requests.hasArrayElements()) {
            for (long i = 0; i < requests.getArraySize(); i++) {
                tasks.put(String.valueOf(i), reader.readItem(requests.getArrayElement(i)));
            }
        } else {
            for (String name : requests.getMemberKeys()) {
                tasks.put(name, reader.readItem(requests.getMember(name)));
            }
        }
        Map<String, Object> responses = sendAll(tasks);
        return requests.hasArrayElements()
                ? user.values().toScript(new ArrayList<>(responses.values()))
                : user.values().toScript(responses);
    }

    private Map<String, Object> sendAll(Map<String, HttpTask> tasks) {
        Map<String, Semaphore> hosts = new LinkedHashMap<>();
        Map<String, FutureTask<Exchange>> running = new LinkedHashMap<>();
        tasks.forEach((name, task) -> {
            Semaphore host = hosts.computeIfAbsent(task.host(), missing -> new Semaphore(batchPerHost));
            running.put(name, new FutureTask<>(() -> session.exchange(task, host)));
        });
        try {
            Queue<FutureTask<Exchange>> waiting = new ConcurrentLinkedQueue<>(running.values());
            for (int i = Math.min(batch, tasks.size()); i > 0; i--) {
                session.inBackground(() -> runAll(waiting));
            }
            Map<String, Object> responses = new LinkedHashMap<>();
            for (Map.Entry<String, HttpTask> entry : tasks.entrySet()) {
                FutureTask<Exchange> future = Objects.requireNonNull(running.get(entry.getKey()));
                responses.put(entry.getKey(), session.finish(entry.getValue(), future.get()));
            }
            return responses;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("batch was cut off", e);
        } catch (ExecutionException e) {
            throw new ScriptException("batch: " + e.getCause(), e);
        } finally {
            running.values().forEach(future -> future.cancel(true));
        }
    }

    private static void runAll(Queue<FutureTask<Exchange>> waiting) {
        for (FutureTask<Exchange> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
