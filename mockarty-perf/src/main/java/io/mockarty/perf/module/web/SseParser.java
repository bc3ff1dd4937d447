package io.mockarty.perf.module.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stream of events by the rules of the HTML standard: lines end with CR, LF or both, a byte order mark may come
 * first, lines of data are joined, an event without its empty line is lost.
 */
final class SseParser {

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder data = new StringBuilder();
    private final List<SseEvent> events = new ArrayList<>();
    private String type = "";
    private String lastId = "";
    private int retry;
    private boolean hasData;
    private boolean begun;
    private boolean afterCarriageReturn;

    /** The id that a new connection continues after. */
    String lastId() {
        return lastId;
    }

    /** How long to wait before a new connection, in milliseconds; 0 when the server did not say. */
    int retry() {
        return retry;
    }

    /** Forgets what is incomplete, since a new stream begins. */
    void restart() {
        line.setLength(0);
        clearEvent();
        begun = false;
        afterCarriageReturn = false;
    }

    /** Takes characters and returns the events that became complete. */
    List<SseEvent> feed(char[] characters, int length) {
        events.clear();
        for (int i = 0; i < length; i++) {
            take(characters[i]);
        }
        return List.copyOf(events);
    }

    private void take(char character) {
        boolean secondOfTwo = afterCarriageReturn && character == '\n';
        afterCarriageReturn = character == '\r';
        boolean mark = !begun && character == '\uFEFF';
        begun = true;
        if (secondOfTwo || mark) {
            return;
        }
        if (character == '\r' || character == '\n') {
            end(line.toString());
            line.setLength(0);
        } else {
            line.append(character);
        }
    }

    private void end(String text) {
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        if (colon == 0) {
            return;
        }
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(field, value.startsWith(" ") ? value.substring(1) : value);
    }

    private void field(String name, String value) {
        switch (name) {
            case "data" -> {
                if (hasData) {
                    data.append('\n');
                }
                data.append(value);
                hasData = true;
            }
            case "event" -> type = value;
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    lastId = value;
                }
            }
            case "retry" -> {
                if (value.matches("[0-9]{1,9}")) {
                    retry = Integer.parseInt(value);
                }
            }
            default -> {
                // Unknown fields are ignored.
            }
        }
    }

    private void dispatch() {
        if (hasData) {
            events.add(new SseEvent(lastId, type.isEmpty() ? "message" : type, data.toString(), retry));
        }
        clearEvent();
    }

    private void clearEvent() {
        data.setLength(0);
        hasData = false;
        type = "";
    }
}
