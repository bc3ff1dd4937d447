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

    private Yaml() {}

    /**
     * Parses one YAML document.
     *
     * @param text the document
     * @return the JSON value, an immutable copy
     * @throws JsonSyntaxException with line and column when the text is not YAML, or has no JSON form
     */
    public static @Nullable Object parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("document")
                .setSchema(new ExactNumbers())
                .build();
        try {
            return Json.valueOf(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> at = e.getProblemMark();
            int line = at.map(mark -> mark.getLine() + 1).orElse(-1);
            int column = at.map(mark -> mark.getColumn() + 1).orElse(-1);
            throw new JsonSyntaxException(e.getProblem(), line, column, e);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new JsonSyntaxException(
                    e.getMessage() == null ? "the document is nested too deeply" : e.getMessage(), -1, -1, e);
        }
    }

    /**
     * Writes a JSON value as a YAML document in block style.
     *
     * @param value a JSON value
     * @return the document, ending with a line break
     */
    public static String write(@Nullable Object value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .build();
        return new Dump(settings).dumpToString(value);
    }

    /** The core schema, with decimals that keep every digit. */
    private static final class ExactNumbers extends CoreSchema {

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
            ConstructNode floating = constructors.get(Tag.FLOAT);
            if (floating != null) {
                constructors.put(Tag.FLOAT, node -> decimal(node, floating));
            }
            return constructors;
        }

        private static @Nullable Object decimal(Node node, ConstructNode floating) {
            try {
                return new BigDecimal(((ScalarNode) node).getValue());
            } catch (NumberFormatException e) {
                return floating.construct(node);
            }
        }
    }
}
