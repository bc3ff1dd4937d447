package io.mockarty.perf.module.web;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpClient;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.http.HttpSupport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests for one user, with one client that is created when the options of the script are known. */
final class WebCalls {

    private final ModuleContext user;
    private @Nullable HttpClient client;

    WebCalls(ModuleContext user) {
        this.user = user;
    }

    HttpClient client() {
        if (client == null) {
            client = HttpSupport.client(user);
        }
        return client;
    }

    /** A request; headers of the protocol give way to those of the script. */
    HttpCall call(
            String method,
            URI uri,
            Map<String, String> ofProtocol,
            Map<String, String> ofScript,
            byte @Nullable [] body,
            Duration timeout) {
        HttpHeaders headers = HttpSupport.headers(user, ofScript);
        ofProtocol.forEach((name, value) -> {
            if (headers.first(name) == null) {
                headers.add(name, value);
            }
        });
        return new HttpCall(method, uri, headers, body, timeout);
    }

    /** Sends a request and reads the whole answer. */
    WebReply send(HttpCall call) {
        long start = System.nanoTime();
        try {
            HttpAnswer answer = client().send(call);
            double milliseconds = answer.timings().duration() / 1e6;
            return new WebReply(answer, HttpSupport.text(answer), "", milliseconds);
        } catch (HttpFailure e) {
            return failed(call, start, e);
        } catch (IOException e) {
            return new WebReply(null, "", "the body cannot be decompressed: " + e.getMessage(), since(start));
        }
    }

    WebReply failed(HttpCall call, long start, IOException problem) {
        requireNotCutOff(call);
        return new WebReply(null, "", String.valueOf(problem.getMessage()), since(start));
    }

    /** A user that is cut off has its connections closed; that is no failure of the server. */
    void requireNotCutOff(HttpCall call) {
        if (client().isClosed()) {
            throw new ScriptException(call.method() + " " + call.uri() + " was cut off");
        }
    }

    static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
