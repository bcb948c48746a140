package formats

# METADATA
# entrypoint: true
whole := [sprintf(f, [42]) | some f in ["%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%c", "%q", "%U", "%v", "%s", "%f", "%T", "%t", "%.4d"]]

# METADATA
# entrypoint: true
negative := [sprintf(f, [-42]) | some f in ["%d", "%5d|", "%-5d|", "%05d", "%x", "%b", "%+d", "%v"]]

# METADATA
# entrypoint: true
large := [sprintf(f, [123456789012345678901234567890]) | some f in ["%d", "%v", "%s", "%x", "%40d|", "%c"]]

# METADATA
# entrypoint: true
fraction := [sprintf(f, [x]) | some f in ["%v", "%f", "%.2f", "%8.3f|", "%-9.1f|", "%e", "%.1e", "%g", "%.3g", "%G", "%d", "%s", "%09.2f", "%+.1f"]; some x in [3.14159, 1e21, 1234567.0, 1e-7, -0.5, 2.5]]

# METADATA
# entrypoint: true
text := [sprintf(f, ["añ\"b"]) | some f in ["%s", "%v", "%q", "%8s|", "%-8s|", "%.2s", "%x", "%X", "% x", "%d", "%+q", "%#q", "%5.1s|"]]

# METADATA
# entrypoint: true
values := [sprintf("%v", [x]) | some x in [null, true, [1, "a", {2, 3}], {"k": [1.50, null]}, set(), {}, {"a": {1, "x"}}]]

# METADATA
# entrypoint: true
mistakes := [sprintf("%d %d", [1]), sprintf("%d", [1, "x"]), sprintf("100%", []), sprintf("%!", [1]), sprintf("%z", [1]), sprintf("%*d|%-*d|", [5, 1, 4, 2]), sprintf("%[2]d %[1]d", [1, 2]), sprintf("%[3]d", [1]), sprintf("%.*f", [2, 1.234]), sprintf("%%", []), sprintf("%[x]d", [1])]

# METADATA
# entrypoint: true
arithmetic := [q | some a in [1, 10, 0.1, 1e30, 123456789012345678901]; some b in [3, 0.7, 1e-5, 7]; q := a / b]

# METADATA
# entrypoint: true
products := [r | some a in [0.1, 1e15, 9007199254740993, 1.5]; some b in [0.2, 3, 1e-3]; r := [a + b, a - b, a * b]]

# METADATA
# entrypoint: true
rounding := [[round(x), ceil(x), floor(x), abs(x)] | some x in [2.5, -2.5, 0.4, -0.4, 1e20, 123456789012345678901.5, -7.0]]

# METADATA
# entrypoint: true
marshalled := [json.marshal({"a": [1, 1.0, 1e3, "<&>"], "b": {}}), json.marshal_with_options({"a": [1, {}], "b": []}, {"prefix": "> ", "indent": "  "})]

# METADATA
# entrypoint: true
times := [time.format([1700000000123456789, "Europe/Berlin", f]) | some f in ["RFC1123", "RFC3339Nano", "Mon Jan _2 03:04:05.000 PM 06 -0700 MST", "2006-01-02T15:04:05Z07:00", "RFC850", "002 __2"]]

# METADATA
# entrypoint: true
instants := [time.parse_ns(f, v) | some [f, v] in [["RFC1123Z", "Tue, 14 Nov 2023 23:13:20 +0100"], ["2006-01-02 15:04", "2023-11-14 22:13"], ["Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (UTC)"], ["RFC3339", "2023-11-14T22:13:20.5Z"]]]
