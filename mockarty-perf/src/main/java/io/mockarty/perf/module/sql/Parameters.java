package io.mockarty.perf.module.sql;

import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of scripts as parameters of statements. All but bytes are texts whose type the server finds. */
final class Parameters {

    private Parameters() {}

    static void check(String where, Statement statement, List<?> values) {
        if (values.size() != statement.parameters()) {
            throw new ScriptException(where + ": " + values.size() + " parameters (expected: " + statement.parameters()
                    + (statement.parameters() == 0
                            ? ", because the statement has no placeholders such as $1)"
                            : ", because the highest placeholder is $" + statement.parameters() + ")"));
        }
    }

    static void bind(PreparedStatement prepared, Statement statement, List<?> values) throws SQLException {
        int position = 0;
        for (int number : statement.order()) {
            position++;
            if (number < 1) {
                throw new ScriptException("sql: placeholder $" + number + " (expected: $1 or higher)");
            }
            Object value = values.get(number - 1);
            if (value instanceof byte[] bytes) {
                prepared.setBytes(position, bytes);
            } else if (value == null) {
                prepared.setNull(position, Types.NULL);
            } else {
                prepared.setString(position, text(value));
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder array = new StringBuilder();
            array(array, list);
            return array.toString();
        }
        return value instanceof Map<?, ?> map ? Json.write(map) : value.toString();
    }

    private static void array(StringBuilder out, List<?> list) {
        out.append('{');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            element(out, list.get(i));
        }
        out.append('}');
    }

    private static void element(StringBuilder out, @Nullable Object element) {
        if (element instanceof List<?> nested) {
            array(out, nested);
        } else if (element == null) {
            out.append("NULL");
        } else {
            String text = element instanceof Map<?, ?> map ? Json.write(map) : element.toString();
            out.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }
}
