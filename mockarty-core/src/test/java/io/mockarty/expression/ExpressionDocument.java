package io.mockarty.expression;

import io.mockarty.json.Json;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The examples of {@code docs/expressions.md}. */
public final class ExpressionDocument {

    /** One line of a table, with the request that stands above the table. */
    public record Row(String input, String result, MockRequest request) {
        @Override
        public String toString() {
            return input;
        }
    }

    private final List<String> lines;

    private ExpressionDocument(List<String> lines) {
        this.lines = lines;
    }

    /** Reads the document. */
    public static ExpressionDocument read() {
        Path document = Path.of("docs", "expressions.md");
        try {
            return new ExpressionDocument(Files.readAllLines(
                    Files.exists(document) ? document : Path.of("..").resolve(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables with these column heads. */
    public List<Row> rows(String input, String result) {
        String head = "| " + input + " | " + result + " |";
        List<Row> rows = new ArrayList<>();
        List<String> block = new ArrayList<>();
        MockRequest request = null;
        boolean inTable = false;
        boolean inRequest = false;
        for (String line : lines) {
            inTable = line.equals(head) || inTable && line.startsWith("|");
            if (inRequest && line.equals("```")) {
                inRequest = false;
                request = request(block);
                block.clear();
            } else if (inRequest) {
                block.add(line);
            } else if (inTable && line.startsWith("| `")) {
                rows.add(row(line, request));
            }
            inRequest = inRequest || line.equals("```http");
        }
        return rows;
    }

    private static Row row(String line, MockRequest request) {
        String[] cells = line.split("(?<!\\\\)\\|", -1);
        return new Row(unquoted(cells[1]), unquoted(cells[2]), request);
    }

    private static String unquoted(String cell) {
        String text = cell.strip().replace("\\|", "|");
        return text.startsWith("`") ? text.substring(1, text.length() - 1) : text;
    }

    private static MockRequest request(List<String> block) {
        String[] start = block.get(0).split(" ");
        int blank = block.indexOf("");
        Headers.Builder headers = Headers.builder();
        for (String line : block.subList(1, blank)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String body = String.join("\n", block.subList(blank + 1, block.size()));
        return MockRequest.of(start[0], start[1], headers.build(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** What an expression of the document may look at while a request is answered. */
    FixedScope scope(MockRequest request) {
        List<?> values = jsonBlocks();
        FixedScope scope = FixedScope.of(request).at(Map.of("id", "7")).answered(Json.write(values.get(1)));
        Map<?, ?> stores = (Map<?, ?>) values.get(0);
        ((Map<?, ?>) stores.get("mS")).forEach((key, value) -> scope.mockStore().put((String) key, value));
        ((Map<?, ?>) stores.get("cS"))
                .forEach((key, value) -> scope.chainStore().put((String) key, value));
        ((Map<?, ?>) stores.get("gS"))
                .forEach((key, value) -> scope.globalStore().put((String) key, value));
        return scope;
    }

    private List<?> jsonBlocks() {
        String text = String.join("\n", lines);
        List<Object> values = new ArrayList<>();
        int from = text.indexOf("```json\n");
        while (from >= 0) {
            int end = text.indexOf("\n```", from);
            values.add(Json.parse(text.substring(from + "```json\n".length(), end)));
            from = text.indexOf("```json\n", end);
        }
        return values;
    }
}
