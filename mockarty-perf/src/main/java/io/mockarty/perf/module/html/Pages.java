package io.mockarty.perf.module.html;

import io.mockarty.perf.module.ScriptValues;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.jsoup.Jsoup;

/** Reads pages for one user; what {@code html.mjs} builds on. Public for the engine only, which calls its methods. */
public final class Pages {

    private final ScriptValues values;

    Pages(ScriptValues values) {
        this.values = values;
    }

    /**
     * {@return the document of a text, which is mended where it is not well-formed}
     *
     * @param html the text
     */
    @Export
    public Nodes parse(String html) {
        return new Nodes(values, List.of(Jsoup.parse(html)));
    }
}
