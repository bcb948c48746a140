package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs OPA's cases: each is compiled by the real tool and evaluated here. */
final class ConformanceRun {
  private static final String WRAPPER = "cutset_conformance";

  /** What stands before some of the wanted messages, with the file names of OPA's own runner. */
  private static final String POSITION = "^(test-\\d+\\.rego:\\d+: )?eval_[a-z_]+: ";

  /** What the plan does not say, so that no evaluator of plans can pass it. */
  private static final Map<String, String> BEYOND_PLANS =
      Map.of(
          "data/toplevel integer", "a number naming a key of a base document",
          "data/nested integer", "a number naming a key of a base document");

  private final OpaTool opa;
  private final Path folder;
  private final boolean oldSyntax;

  ConformanceRun(OpaTool opa, Path folder, boolean oldSyntax) {
    this.opa = opa;
    this.folder = folder;
    this.oldSyntax = oldSyntax;
  }

  /** How a case ended. */
  enum End {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** What became of a case, and why if it did not pass. */
  record Verdict(ConformanceCase subject, End end, String reason) {}

  Verdict run(ConformanceCase subject) {
    String beyond = BEYOND_PLANS.get(subject.note());
    if (beyond != null) {
      return skipped(subject, "not in the plan: " + beyond);
    }
    if (subject.fields().get("env") != null) {
      return skipped(subject, "asks for the environment of the process");
    }
    RegoValue input = input(subject);
    byte[] json;
    try {
      json = compile(subject);
    } catch (IllegalArgumentException e) {
      return skipped(
          subject,
          subject.wantsError()
              ? "opa refuses it, as the case wants"
              : "opa makes no plan of it: " + e.getMessage());
    }
    try {
      Verdict verdict = evaluate(subject, Plan.read(json), input);
      Verdict packed = evaluate(subject, Plan.read(PackedPlanTest.packed(json)), input);
      return packed.equals(verdict) ? verdict : failed(subject, "packed: " + packed.reason());
    } catch (UnsupportedPlanException e) {
      return skipped(subject, "needs " + String.join(", ", e.missing()));
    } catch (RuntimeException e) {
      return failed(subject, "broke: " + e);
    }
  }

  private static Verdict skipped(ConformanceCase subject, String reason) {
    return new Verdict(subject, End.SKIPPED, reason);
  }

  private static Verdict failed(ConformanceCase subject, String reason) {
    return new Verdict(subject, End.FAILED, reason);
  }

  private static @Nullable RegoValue input(ConformanceCase subject) {
    Map<?, ?> fields = subject.fields();
    return fields.containsKey("input") ? RegoValue.of(fields.get("input")) : null;
  }

  private byte[] compile(ConformanceCase subject) {
    try {
      Path home = Files.createTempDirectory(folder, "case");
      List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", "b.tgz"));
      if (oldSyntax) {
        arguments.add("--v0-compatible");
      }
      List<String> modules = new ArrayList<>(subject.modules());
      String path = subject.plainPath();
      if (path == null) {
        modules.add(wrapper(subject));
      }
      arguments.addAll(List.of("-e", path == null ? WRAPPER + "/results" : path));
      for (int i = 0; i < modules.size(); i++) {
        Files.writeString(home.resolve("m" + i + ".rego"), modules.get(i));
        arguments.add("m" + i + ".rego");
      }
      OpaTool.Outcome outcome = opa.run(home, home, arguments);
      if (outcome.exit() != 0) {
        throw new IllegalArgumentException(firstLine(outcome.err() + outcome.out()));
      }
      return OpaTool.planOf(home.resolve("b.tgz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    return line.replaceFirst("^error: ", "").replaceFirst("m\\d+\\.rego(:\\d+)*: ", "");
  }

  /** A rule that collects the wanted variables of a query that is more than a path. */
  private String wrapper(ConformanceCase subject) {
    String bindings =
        subject.variables().stream()
            .map(name -> "\"" + name + "\": " + name)
            .collect(Collectors.joining(", ", "{", "}"));
    String head = oldSyntax ? "results[" + bindings + "]" : "results contains " + bindings + " if";
    return "package " + WRAPPER + "\n\n" + head + " {\n" + query(subject) + "\n}\n";
  }

  /** An input that JSON cannot hold, such as a set, is made part of the query. */
  private static String query(ConformanceCase subject) {
    Object term = subject.fields().get("input_term");
    return term == null ? subject.query() : subject.query() + " with input as " + term;
  }

  private Verdict evaluate(ConformanceCase subject, Plan plan, @Nullable RegoValue input) {
    EvaluationOptions options = EvaluationOptions.standard().withStrict(subject.strict());
    String entryPoint = plan.entryPoints().get(0);
    Optional<RegoValue> value;
    try {
      value = plan.evaluate(entryPoint, input, subject.data(), options);
    } catch (RegoException e) {
      return judgeError(subject, e);
    }
    if (subject.wantsError()) {
      return failed(subject, "wants an error, got " + value);
    }
    return judge(subject, solutions(subject, value));
  }

  private static Verdict judgeError(ConformanceCase subject, RegoException error) {
    Object code = subject.fields().get("want_error_code");
    Object message = subject.fields().get("want_error");
    boolean rightKind = code == null || code.equals(code(error.kind()));
    String told = Objects.requireNonNull(error.getMessage());
    boolean rightMessage =
        message == null || told.contains(message.toString().replaceFirst(POSITION, ""));
    if (subject.wantsError() && rightKind && rightMessage) {
      return new Verdict(subject, End.PASSED, "");
    }
    return failed(subject, "wants " + code + " " + message + ", got " + error.kind() + " " + told);
  }

  private static String code(RegoException.Kind kind) {
    return switch (kind) {
      case CONFLICT -> "eval_conflict_error";
      case BUILTIN -> "eval_builtin_error";
      case TYPE -> "eval_type_error";
      case LIMIT -> "eval_internal_error";
      case CANCELLED -> "eval_cancel_error";
    };
  }

  private static List<RegoValue> solutions(ConformanceCase subject, Optional<RegoValue> value) {
    List<RegoValue> solutions = new ArrayList<>();
    if (subject.plainPath() == null) {
      value.ifPresent(set -> ((RegoSet) set).forEach(solutions::add));
    } else if (subject.bindsResult()) {
      value.ifPresent(x -> solutions.add(RegoObject.builder().put("x", x).build()));
    } else {
      value.filter(x -> x != RegoBoolean.FALSE).ifPresent(x -> solutions.add(RegoObject.EMPTY));
    }
    return solutions;
  }

  private static Verdict judge(ConformanceCase subject, List<RegoValue> solutions) {
    Object wanted = subject.fields().get("want_result");
    if (wanted == null) {
      boolean defined = Boolean.TRUE.equals(subject.fields().get("want_defined"));
      return defined == !solutions.isEmpty()
          ? new Verdict(subject, End.PASSED, "")
          : failed(subject, "wants defined " + defined + ", got " + solutions);
    }
    RegoValue got = plain(RegoValue.parse(RegoArray.of(solutions).toJson()), subject.sorts());
    RegoValue want = plain(RegoValue.parse(RegoValue.of(wanted).toJson()), subject.sorts());
    boolean equal = got.equals(want) || sorted(got).equals(sorted(want));
    return equal
        ? new Verdict(subject, End.PASSED, "")
        : failed(subject, "wants " + want.toJson() + ", got " + got.toJson());
  }

  private static RegoValue sorted(RegoValue array) {
    List<RegoValue> elements = new ArrayList<>();
    ((RegoArray) array).forEach(elements::add);
    elements.sort(null);
    return RegoArray.of(elements);
  }

  /** Numbers as the YAML of the cases can hold them, and lists in order where order is free. */
  private static RegoValue plain(RegoValue value, boolean sort) {
    if (value instanceof RegoNumber number && !number.fitsLong()) {
      double real = number.doubleValue();
      return Double.isInfinite(real) ? number : RegoNumber.of(real);
    } else if (value instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>();
      array.forEach(element -> elements.add(plain(element, sort)));
      if (sort) {
        elements.sort(null);
      }
      return RegoArray.of(elements);
    } else if (value instanceof RegoObject object) {
      RegoObject.Builder copy = RegoObject.builder();
      object.forEach((key, each) -> copy.put(key, plain(each, sort)));
      return copy.build();
    }
    return value;
  }
}
