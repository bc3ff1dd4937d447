package io.mockarty.perf.module.sql;

import io.mockarty.json.Json;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a result as scripts like them. */
final class Rows {

    /** JavaScript has no whole numbers beyond; they stay texts rather than be rounded. */
    private static final long GREATEST_EXACT = (1L << 53) - 1;

    private Rows() {}

    static List<Map<String, @Nullable Object>> read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        int count = columns.getColumnCount();
        String[] names = new String[count];
        String[] types = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = columns.getColumnLabel(i + 1);
            types[i] = columns.getColumnTypeName(i + 1);
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                row.put(names[i], value(result, i + 1, types[i]));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object value(ResultSet result, int column, String type) throws SQLException {
        if (type.equals("bytea")) {
            return result.getBytes(column);
        }
        String text = result.getString(column);
        if (text == null) {
            return null;
        }
        if (type.startsWith("_")) {
            Array array = result.getArray(column);
            return list((Object[]) array.getArray(), type.substring(1));
        }
        if (text.endsWith("infinity")) {
            return text;
        }
        return switch (type) {
            case "timestamptz" ->
                result.getObject(column, OffsetDateTime.class).toInstant().toString();
            case "timestamp" -> iso(result.getObject(column, LocalDateTime.class));
            case "bool" -> result.getBoolean(column);
            default -> scalar(text, type);
        };
    }

    private static @Nullable Object scalar(String text, String type) {
        return switch (type) {
            case "int2", "int4", "int8", "serial", "bigserial", "smallserial", "oid" -> whole(text);
            case "float4", "float8" -> Double.valueOf(text);
            case "numeric" -> decimal(text);
            case "bool" -> text.equals("t") || text.equals("true");
            case "json", "jsonb" -> Json.parse(text);
            default -> text;
        };
    }

    private static Object whole(String text) {
        long number = Long.parseLong(text);
        return Math.abs(number) <= GREATEST_EXACT ? (Object) number : text;
    }

    private static Object decimal(String text) {
        if (text.equals("NaN")) {
            return Double.NaN;
        }
        BigDecimal exact = new BigDecimal(text);
        double near = exact.doubleValue();
        return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0 ? (Object) near : text;
    }

    private static String iso(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static List<@Nullable Object> list(@Nullable Object[] elements, String type) {
        List<@Nullable Object> list = new ArrayList<>(elements.length);
        for (Object element : elements) {
            list.add(element(element, type));
        }
        return list;
    }

    private static @Nullable Object element(@Nullable Object element, String type) {
        if (element instanceof Object[] nested) {
            return list(nested, type);
        }
        if (element instanceof Timestamp time) {
            return type.equals("timestamptz") ? time.toInstant().toString() : iso(time.toLocalDateTime());
        }
        if (element == null || element instanceof Boolean || element instanceof byte[]) {
            return element;
        }
        return scalar(element.toString(), type);
    }
}
