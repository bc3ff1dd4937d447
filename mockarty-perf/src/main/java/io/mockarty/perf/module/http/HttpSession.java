package io.mockarty.perf.module.http;

import io.mockarty.perf.client.Deadlines;
import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpClient;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.http.HttpTask.Settings;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The browser, so to speak, of one user: connections, cookies, redirects, metrics. */
final class HttpSession {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int REDIRECTS = 10;
    private static final String USER_AGENT = "mockarty/0.1";

    private final ModuleContext user;
    private final HttpClient client;
    private final CookieJar jar = new CookieJar();
    private final RequestMetrics metrics;
    private final FailureLog failures;
    private final String userAgent;
    private final boolean throwing;
    private Settings defaults;
    private @Nullable Value pages;
    private @Nullable ExecutorService background;

    HttpSession(ModuleContext user) {
        this.user = user;
        Deadlines deadlines = user.shared("k6/http deadlines", Deadlines::new);
        client = new HttpClient(user.shared("k6/http settings", () -> SettingsReader.read(user.options())), deadlines);
        user.closeAtEnd(client);
        user.whenCutOff(client::close);
        metrics = new RequestMetrics(user);
        failures = user.shared("k6/http failures", FailureLog::new);
        Map<String, Object> options = user.options();
        userAgent = options.get("userAgent") instanceof String text ? text : USER_AGENT;
        throwing = Boolean.TRUE.equals(options.get("throw"));
        defaults = new Settings(
                TIMEOUT,
                options.get("maxRedirects") instanceof Number number ? number.intValue() : REDIRECTS,
                "",
                Map.of(),
                jar,
                Boolean.TRUE.equals(options.get("discardResponseBodies")) ? "none" : "text",
                ExpectedStatuses.DEFAULT,
                Tags.EMPTY);
        if (!Boolean.TRUE.equals(options.get("noCookiesReset"))) {
            user.afterEachIteration(jar::clear);
        }
        if (Boolean.TRUE.equals(options.get("noVUConnectionReuse"))) {
            user.afterEachIteration(client::closeIdle);
        }
    }

    CookieJar jar() {
        return jar;
    }

    /** The functions for pages of {@code http.mjs}. */
    Value pages() {
        return Objects.requireNonNull(pages, "http.mjs sets it");
    }

    void pages(Value functions) {
        pages = functions;
    }

    /** What a request without parameters does. */
    Settings defaults() {
        return defaults;
    }

    /** Changes which statuses are successes; null for none to be judged. */
    void expect(@Nullable ExpectedStatuses expected) {
        defaults = new Settings(
                defaults.timeout(),
                defaults.redirects(),
                defaults.auth(),
                defaults.cookies(),
                defaults.jar(),
                defaults.responseType(),
                expected,
                defaults.tags());
    }

    void addDefaults(HttpHeaders headers) {
        if (headers.first("User-Agent") == null) {
            headers.add("User-Agent", userAgent);
        }
    }

    ScriptResponse send(HttpTask task) {
        return finish(task, exchange(task));
    }

    /** Counts what came of a request, and makes it a response. On the thread of the user. */
    ScriptResponse finish(HttpTask task, Exchange exchange) {
        if (client.isClosed()) {
            throw new ScriptException(task.method() + " " + task.url() + " was cut off");
        }
        metrics.count(task, exchange);
        HttpFailure failure = exchange.last().failure();
        if (failure != null) {
            if (throwing) {
                throw new ScriptException(task.method() + " " + task.url() + ": " + failure.getMessage(), failure);
            }
            failures.add(user, task.method() + " " + task.url() + ": " + failure.getMessage());
        }
        return new ScriptResponse(user, this, task, exchange);
    }

    /** Sends a request and follows its redirects. On any thread. */
    Exchange exchange(HttpTask task) {
        Exchange exchange = new Exchange();
        long end = System.nanoTime() + task.settings().timeout().toNanos();
        HttpCall call = new HttpCall(
                task.method(),
                task.uri(),
                task.headers(),
                task.body(),
                task.settings().timeout());
        int redirects = 0;
        boolean answeredChallenge = task.settings().auth().equals("basic");
        while (true) {
            HttpAnswer answer = sendOne(withCookies(call, task.settings()), exchange);
            if (answer == null) {
                return exchange;
            }
            task.settings().jar().store(call.uri(), answer.headers());
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (answer.status() == 401
                    && !answeredChallenge
                    && task.settings().auth().equals("digest")) {
                answeredChallenge = true;
                HttpCall authorized = Digest.answer(call, answer, task.uri().getUserInfo(), left);
                if (authorized != null) {
                    call = authorized;
                    continue;
                }
            }
            HttpCall next = redirects < task.settings().redirects() ? Redirects.follow(call, answer, left) : null;
            if (next == null) {
                return exchange;
            }
            redirects++;
            call = next;
        }
    }

    private @Nullable HttpAnswer sendOne(HttpCall call, Exchange exchange) {
        try {
            HttpAnswer answer = client.send(call);
            exchange.answered(call, answer);
            return answer;
        } catch (HttpFailure e) {
            exchange.failed(call, e);
            return null;
        }
    }

    private static HttpCall withCookies(HttpCall call, Settings settings) {
        Map<String, String> cookies = cookies(call.uri(), settings);
        if (cookies.isEmpty()) {
            return call;
        }
        StringBuilder line = new StringBuilder();
        cookies.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        HttpHeaders headers = call.headers().copy();
        String given = headers.first("Cookie");
        headers.set("Cookie", given == null ? line.toString() : given + "; " + line);
        return new HttpCall(call.method(), call.uri(), headers, call.body(), call.timeout());
    }

    private static Map<String, String> cookies(URI uri, Settings settings) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (HttpCookie cookie : settings.jar().cookies(uri)) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
        cookies.putAll(settings.cookies());
        return cookies;
    }

    /** The same, when there is room for one more of its host. */
    Exchange exchange(HttpTask task, Semaphore host) throws InterruptedException {
        host.acquire();
        try {
            return exchange(task);
        } finally {
            host.release();
        }
    }

    /** Runs a request on another thread. */
    void inBackground(Runnable request) {
        if (background == null) {
            ExecutorService created = Executors.newCachedThreadPool(HttpSession::daemon);
            user.closeAtEnd(created::shutdownNow);
            background = created;
        }
        background.execute(request);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "load-test-http");
        thread.setDaemon(true);
        return thread;
    }
}
