package krait.cli.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import krait.base.Durations;
import krait.base.Sizes;

/// The types that options have.
final class Types {
    private Types() {}

    /// Text of any kind that means nothing without its place: a path, an application.
    record Place(String expects) implements Type<Located> {
        @Override
        public Located read(String text, Origin origin) throws Refused {
            if (text.isEmpty()) {
                throw Refused.expected(this, text, "");
            }
            if (text.indexOf('\0') >= 0) {
                throw new Refused("holds a NUL character", "remove it");
            }
            return new Located(text, origin);
        }

        @Override
        public String show(Located value) {
            return value.text();
        }
    }

    /// A host name or address for [ServeOptions#HOST].
    record Host() implements Type<String> {
        @Override
        public String read(String text, Origin origin) throws Refused {
            if (text.isEmpty() || text.indexOf('/') >= 0) {
                throw Refused.expected(this, text, "for example 127.0.0.1, or 0.0.0.0 for all");
            }
            return text;
        }

        @Override
        public String show(String value) {
            return value;
        }

        @Override
        public String expects() {
            return "a host name or an address";
        }
    }

    /// A whole number from `least` to `most`. With `auto`, that word is read as 0.
    record Count(int least, int most, boolean auto) implements Type<Integer> {
        @Override
        public Integer read(String text, Origin origin) throws Refused {
            if (auto && text.equals("auto")) {
                return 0;
            }
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException refusedBelow) {
                // The message is the same for a text and for a number out of range.
            }
            throw Refused.expected(this, text, "");
        }

        @Override
        public String show(Integer value) {
            return auto && value == 0 ? "auto" : value.toString();
        }

        @Override
        public String expects() {
            String number =
                    most == Integer.MAX_VALUE
                            ? "a whole number, at least " + least
                            : "a whole number from " + least + " to " + most;
            return auto ? number + ", or auto" : number;
        }

        @Override
        public List<Form> forms() {
            return auto ? List.of(Form.INTEGER, Form.STRING) : List.of(Form.INTEGER);
        }
    }

    /// Yes or no.
    record Switch() implements Type<Boolean> {
        @Override
        public Boolean read(String text, Origin origin) throws Refused {
            return switch (Ascii.lower(text)) {
                case "true", "yes", "on", "1" -> true;
                case "false", "no", "off", "0" -> false;
                default -> throw Refused.expected(this, text, "");
            };
        }

        @Override
        public String show(Boolean value) {
            return value ? "on" : "off";
        }

        @Override
        public String expects() {
            return "true or false";
        }

        @Override
        public Arity arity() {
            return Arity.SWITCH;
        }

        @Override
        public List<Form> forms() {
            return List.of(Form.BOOLEAN);
        }
    }

    /// A duration. With `zeroIsOff`, 0 is taken and means no limit.
    record Time(boolean zeroIsOff) implements Type<Duration> {
        @Override
        public Duration read(String text, Origin origin) throws Refused {
            Duration duration;
            try {
                duration = Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw Refused.expected(this, text, String.valueOf(e.getMessage()));
            }
            if (duration.isZero() && !zeroIsOff) {
                throw new Refused("must be longer than 0", "write a duration such as 10s");
            }
            return duration;
        }

        @Override
        public String show(Duration value) {
            return value.isZero() && zeroIsOff ? "0 (off)" : Durations.format(value);
        }

        @Override
        public String expects() {
            return "a duration such as 500ms, 10s or 2m";
        }

        @Override
        public List<Form> forms() {
            return zeroIsOff ? List.of(Form.STRING, Form.INTEGER) : List.of(Form.STRING);
        }
    }

    /// A number of bytes up to `most`. With `zeroIsOff`, 0 is taken and means no limit.
    record Size(long most, boolean zeroIsOff) implements Type<Long> {
        @Override
        public Long read(String text, Origin origin) throws Refused {
            long bytes;
            try {
                bytes = Sizes.parse(text);
            } catch (IllegalArgumentException e) {
                throw Refused.expected(this, text, String.valueOf(e.getMessage()));
            }
            if (bytes == 0 && !zeroIsOff) {
                throw new Refused("must be more than 0", "write a size such as 64KiB");
            }
            if (bytes > most) {
                throw new Refused("is at most " + most + " bytes, not \"" + text + "\"", "");
            }
            return bytes;
        }

        @Override
        public String show(Long value) {
            return value == 0 && zeroIsOff ? "0 (off)" : Sizes.format(value);
        }

        @Override
        public String expects() {
            return "a size such as 64KiB, 1MB or a number of bytes";
        }

        @Override
        public List<Form> forms() {
            return List.of(Form.STRING, Form.INTEGER);
        }
    }

    /// One constant of an enum by its name in lower case.
    ///
    /// @param values the constants that are served
    /// @param later names that belong here and are not served yet
    record Choice<E extends Enum<E>>(List<E> values, List<String> later) implements Type<E> {
        @Override
        public E read(String text, Origin origin) throws Refused {
            for (E value : values) {
                if (show(value).equals(text)) {
                    return value;
                }
            }
            if (later.contains(text)) {
                throw new Refused(
                        text + " is not served by this version of Krait", "use " + expects());
            }
            throw Refused.expected(this, text, "");
        }

        @Override
        public String show(E value) {
            return Ascii.lower(value.name());
        }

        @Override
        public String expects() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    text.append(i == values.size() - 1 ? " or " : ", ");
                }
                text.append(show(values.get(i)));
            }
            return text.toString();
        }
    }

    /// Several texts.
    record Texts(String expects) implements Type<List<Located>> {
        @Override
        public List<Located> read(String text, Origin origin) {
            List<Located> all = new ArrayList<>();
            for (String part : Lists.split(text)) {
                all.add(new Located(part, origin));
            }
            return all;
        }

        @Override
        public List<Located> and(List<Located> first, List<Located> second) {
            List<Located> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }

        @Override
        public String show(List<Located> value) {
            List<String> texts = new ArrayList<>();
            for (Located one : value) {
                texts.add(one.text());
            }
            return String.join(",", texts);
        }

        @Override
        public Arity arity() {
            return Arity.MANY;
        }

        @Override
        public List<Form> forms() {
            return List.of(Form.STRINGS, Form.STRING);
        }
    }

    /// Names with values, in the order given.
    record Pairs(String expects) implements Type<Map<String, Located>> {
        @Override
        public Map<String, Located> read(String text, Origin origin) throws Refused {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw Refused.expected(this, text, "");
            }
            return Map.of(
                    text.substring(0, equals), new Located(text.substring(equals + 1), origin));
        }

        @Override
        public Map<String, Located> and(Map<String, Located> first, Map<String, Located> second) {
            Map<String, Located> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }

        @Override
        public String show(Map<String, Located> value) {
            List<String> texts = new ArrayList<>();
            for (Map.Entry<String, Located> pair : value.entrySet()) {
                texts.add(pair.getKey() + "=" + pair.getValue().text());
            }
            return String.join(",", texts);
        }

        @Override
        public Map<String, Located> over(Map<String, Located> lower, Map<String, Located> higher) {
            return and(lower, higher);
        }

        @Override
        public Arity arity() {
            return Arity.PAIRS;
        }

        @Override
        public List<Form> forms() {
            return List.of(Form.TABLE, Form.STRINGS);
        }
    }

    /// A text for every prefix, or `PREFIX=TEXT` for one; the map's key is empty for the former.
    record ForEachPrefix() implements Type<Map<String, Located>> {
        @Override
        public Map<String, Located> read(String text, Origin origin) throws Refused {
            int equals = text.startsWith("/") ? text.indexOf('=') : -1;
            String value = text.substring(equals + 1);
            boolean printable = value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
            if (value.isBlank() || !printable) {
                throw Refused.expected(this, text, "");
            }
            return Map.of(equals < 0 ? "" : text.substring(0, equals), new Located(value, origin));
        }

        @Override
        public Map<String, Located> and(Map<String, Located> first, Map<String, Located> second) {
            Map<String, Located> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }

        @Override
        public String show(Map<String, Located> value) {
            return "";
        }

        @Override
        public Map<String, Located> over(Map<String, Located> lower, Map<String, Located> higher) {
            return and(lower, higher);
        }

        @Override
        public String expects() {
            return "a header value such as public, max-age=3600, or /prefix=VALUE";
        }

        @Override
        public List<Form> forms() {
            return List.of(Form.STRING, Form.TABLE);
        }
    }
}
