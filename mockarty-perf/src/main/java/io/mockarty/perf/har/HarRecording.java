package io.mockarty.perf.har;

import java.util.List;
import java.util.Map;

/**
 * The requests of a recording.
 *
 * @param creator what recorded it, may be empty
 * @param pages the titles of the pages by their ids, in the order of the file
 * @param entries in the order of the file
 */
record HarRecording(String creator, Map<String, String> pages, List<HarEntry> entries) {}
