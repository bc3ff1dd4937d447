package io.mockarty.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads and writes JSON values as YAML 1.2. Anchors and aliases are resolved; tags that would make Java objects are
 * refused. All methods are pure and may be called from any thread.
 */
public final class Yaml {

    private static final int MAX_CHARACTERS = 100_000_000;

    private Yaml() {}

    /**
     * Parses one YAML document.
     *
     * @param text the document, at most 100 million characters
     * @return the JSON value, an immutable copy
     * @throws JsonSyntaxException with line and column when the text is not YAML, or has no JSON form; also when it is
     *     nested too deeply, or its aliases stand for too many values, without a place
     */
    public static @Nullable Object parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("document")
                .setSchema(new ExactNumbers())
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            Object document = new Load(settings).loadFromString(withoutByteOrderMark(text));
            YamlBounds.check(document);
            return Json.valueOf(document);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> at = e.getProblemMark();
            int line = at.map(mark -> mark.getLine() + 1).orElse(-1);
            int column = at.map(mark -> mark.getColumn() + 1).orElse(-1);
            throw new JsonSyntaxException(e.getProblem(), line, column, e);
        } catch (YamlEngineException e) {
            throw new JsonSyntaxException(String.valueOf(e.getMessage()), -1, -1, e);
        } catch (StackOverflowError e) {
            // The parser is recursive and has no limit of its own.
            throw new JsonSyntaxException("the document is nested too deeply", -1, -1, e);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Writes a JSON value as a YAML document in block style, without anchors.
     *
     * @param value a JSON value
     * @return the document, ending with a line break
     */
    public static String write(@Nullable Object value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .setSchema(new CoreSchema())
                .build();
        return new Dump(settings).dumpToString(value);
    }

    /** The core schema, with decimals that keep every digit. */
    private static final class ExactNumbers extends CoreSchema {

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
            constructors.put(Tag.FLOAT, ExactNumbers::decimal);
            return constructors;
        }

        private static BigDecimal decimal(@Nullable Node node) {
            String digits = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            try {
                return new BigDecimal(digits);
            } catch (NumberFormatException e) {
                Optional<Mark> at = node == null ? Optional.empty() : node.getStartMark();
                throw new ConstructorException("", at, digits + " is not a number in JSON", at);
            }
        }
    }
}
