package dev.cutset.experiment;

import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Verdict;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Replica;
import dev.cutset.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the rounds of a rehearsal into experiments, one for each finding and each claim. */
public final class ExperimentPlanner {
  private final Stack stack;
  private final List<EntryPoint> entryPoints;
  private final Map<String, Component> owners = new HashMap<>();

  public ExperimentPlanner(Stack stack, Architecture architecture) {
    this.stack = stack;
    this.entryPoints = architecture.entryPoints();
    for (Component component : architecture.components().values()) {
      for (Replica replica : component.replicas()) {
        owners.put("replica:" + replica.id(), component);
      }
    }
  }

  /** The experiments for single losses; of copies that are alike one is enough. */
  public Experiment.Plan plan(List<Round> singles, Dialect dialect) {
    List<Experiment> experiments = new ArrayList<>();
    List<Experiment.Skipped> skipped = new ArrayList<>();
    Set<List<Object>> done = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (Round round : singles) {
      Loss loss = round.losses().get(0);
      if (loss.kind() == Loss.Kind.COMPONENT || !done.add(likeness(loss, round))) {
        continue;
      }
      Case one =
          new Case(
              loss, claim(round), entryPoints, Optional.ofNullable(owners.get(loss.key())), stack);
      Dialect.Draft draft = dialect.draft(one);
      if (draft instanceof Dialect.Document document) {
        String file = unused(one.name(), dialect.ending(), files);
        experiments.add(new Experiment(file, loss, one.claim(), document.content()));
      } else {
        skipped.add(new Experiment.Skipped(loss, ((Dialect.None) draft).reason()));
      }
    }
    return new Experiment.Plan(experiments, skipped);
  }

  private static List<Object> likeness(Loss loss, Round round) {
    return loss.kind() == Loss.Kind.REPLICA && loss.urn().isPresent()
        ? List.of(loss.urn().get(), round.verdicts())
        : List.of(loss.key());
  }

  private static String unused(String name, String ending, Set<String> files) {
    String file = name + ending;
    for (int number = 2; !files.add(file); number++) {
      file = name + "-" + number + ending;
    }
    return file;
  }

  private String claim(Round round) {
    List<String> claims = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < entryPoints.size(); i++) {
        if (round.verdicts().get(i) == verdict) {
          names.add(entryPoints.get(i).name());
        }
      }
      if (!names.isEmpty()) {
        claims.add(String.join(", ", names) + words(verdict, names.size() == 1));
      }
    }
    return String.join("; ", claims);
  }

  private static String words(Verdict verdict, boolean one) {
    return switch (verdict) {
      case DOWN -> one ? " goes down" : " go down";
      case UP -> one ? " stays up" : " stay up";
      case UNKNOWN -> " may go down, which values that are not known yet decide";
    };
  }
}
