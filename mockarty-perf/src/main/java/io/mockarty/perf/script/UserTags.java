package io.mockarty.perf.script;

import io.mockarty.perf.metric.Tags;
import java.util.HashMap;
import java.util.Map;

/** The tags that samples of one user have at this moment. The same object is given out until something changes. */
final class UserTags {

    private Tags base = Tags.EMPTY;
    private Tags ofUser = Tags.EMPTY;
    private String group = "";
    private final Map<String, Tags> byGroup = new HashMap<>();
    private Tags current = Tags.EMPTY;

    Tags current() {
        return current;
    }

    String group() {
        return group;
    }

    /** Takes the tags of options and scenario. */
    void base(Tags next) {
        if (!base.equals(next)) {
            base = next;
            changed();
        }
    }

    void tagUser(Tags next) {
        if (!ofUser.equals(next)) {
            ofUser = next;
            changed();
        }
    }

    Tags ofUser() {
        return ofUser;
    }

    void enterGroup(String path) {
        if (!group.equals(path)) {
            group = path;
            current = byGroup.computeIfAbsent(path, this::inGroup);
        }
    }

    void leaveGroups() {
        enterGroup("");
    }

    private void changed() {
        byGroup.clear();
        current = byGroup.computeIfAbsent(group, this::inGroup);
    }

    private Tags inGroup(String path) {
        return base.with(ofUser.asMap()).with("group", path);
    }
}
