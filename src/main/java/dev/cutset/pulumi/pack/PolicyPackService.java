package dev.cutset.pulumi.pack;

import com.google.protobuf.Empty;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Rulebook;
import dev.cutset.gate.RulebookReader;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.own.OwnPolicyException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import pulumirpc.AnalyzerGrpc.AnalyzerImplBase;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** Answers the engine's calls to a policy pack. */
final class PolicyPackService extends AnalyzerImplBase {
  private final Parts parts;
  private final Function<StackIdentity, Edges> edges;
  private final Function<StackIdentity, Program> programs;
  private final ResourceRemedies remedies;
  private final Log log;
  private final Runnable cancelled;
  private final CompletableFuture<AnalyzeResponse> cancellation = new CompletableFuture<>();
  private volatile Places places;
  private volatile Optional<PackConfiguration> configuration = Optional.empty();
  private volatile Optional<Rulebook> rulebook = Optional.empty();
  private volatile Session session;

  /**
   * A service for one run of the engine.
   *
   * @param parts what judges
   * @param places where somebody can have written how to judge
   * @param edges finds the edges that a stack lacks
   * @param programs runs the program that declares a stack
   * @param log what is said beside the findings
   * @param cancelled hears that nothing more is wanted
   */
  PolicyPackService(
      Parts parts,
      Places places,
      Function<StackIdentity, Edges> edges,
      Function<StackIdentity, Program> programs,
      Log log,
      Runnable cancelled) {
    this.parts = parts;
    this.places = places;
    this.edges = edges;
    this.programs = programs;
    this.remedies = new ResourceRemedies(parts.remedies());
    this.log = log;
    this.cancelled = cancelled;
    this.session = begin(StackIdentity.UNTOLD);
  }

  @Override
  public void handshake(
      AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> engine) {
    answer(
        engine,
        "finding the policy pack",
        () -> {
          places = places.packAt(request.getRootDirectory());
          return AnalyzerHandshakeResponse.getDefaultInstance();
        });
  }

  @Override
  public void configureStack(
      AnalyzerStackConfigureRequest request,
      StreamObserver<AnalyzerStackConfigureResponse> engine) {
    answer(
        engine,
        "finding the program",
        () -> {
          session = begin(StackIdentity.of(request));
          return AnalyzerStackConfigureResponse.getDefaultInstance();
        });
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> engine) {
    reply(engine, PluginInfo.newBuilder().setVersion(PackInfo.version()).build());
  }

  @Override
  public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> engine) {
    answer(engine, "reading the policies", () -> PackInfo.of(configuration()));
  }

  @Override
  public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> engine) {
    answer(
        engine,
        "reading the policy configuration",
        () -> {
          configuration = Optional.of(configuration().with(request.getPolicyConfigMap()));
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> engine) {
    answer(
        engine,
        "remediating `" + request.getName() + "`",
        () -> {
          Set<String> policies = configuration().remediating();
          return policies.isEmpty()
              ? RemediateResponse.getDefaultInstance()
              : remedies.remediate(request, session.properties(request), policies);
        });
  }

  /**
   * One resource says nothing about what takes a service down: it is only taken down here. Where an
   * update is to be judged before it is provisioned, the first resource waits for that.
   */
  @Override
  public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> engine) {
    answer(
        engine,
        "reading `" + request.getName() + "`",
        () -> {
          session.sees(request);
          Optional<EarlyCheck> early = session.early();
          return early.isEmpty() || configuration().early() == Enforcement.DISABLED
              ? AnalyzeResponse.getDefaultInstance()
              : early.get().check(gate(), parts.remedies(), configuration());
        });
  }

  // What comes of it, good or bad, goes to the engine.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Override
  public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> engine) {
    // In a thread of its own, so that a cancellation is answered at once.
    CompletableFuture<AnalyzeResponse> check = new CompletableFuture<>();
    check
        .applyToEither(cancellation, answer -> answer)
        .whenComplete(
            (answer, thrown) -> {
              if (thrown == null) {
                reply(engine, answer);
              } else {
                engine.onError(Fault.status("judging the stack", thrown, log));
              }
            });
    Thread thread = new Thread(() -> check(request, check), "check of the stack");
    thread.setDaemon(true);
    thread.start();
  }

  private void check(AnalyzeStackRequest request, CompletableFuture<AnalyzeResponse> check) {
    try {
      Session asked = session;
      StackCheck judge = new StackCheck(gate(), configuration(), asked.edges(), log);
      check.complete(judge.check(asked.stack(request)));
    } catch (Exception | Error e) {
      check.completeExceptionally(e);
    }
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> engine) {
    cancellation.completeExceptionally(
        Status.CANCELLED.withDescription("the check was cancelled").asRuntimeException());
    session.stop();
    reply(engine, Empty.getDefaultInstance());
    cancelled.run();
  }

  private Session begin(StackIdentity stack) {
    Optional<EarlyCheck> early =
        stack.isUpdate()
            ? Optional.of(new EarlyCheck(programs.apply(stack), log))
            : Optional.empty();
    return Session.begin(stack, parts.interest(), edges.apply(stack), early);
  }

  private PackConfiguration configuration() throws ConfigurationException, OwnPolicyException {
    Optional<PackConfiguration> known = configuration;
    if (known.isEmpty()) {
      Rulebook read = rulebook();
      known =
          Optional.of(PackConfiguration.of(read.own().catalog().policies(), read.configuration()));
      configuration = known;
    }
    return known.get();
  }

  /** With those judging whom the pack and the project name. */
  private Gate gate()
      throws ConfigurationException, OwnPolicyException, ExecutionException, InterruptedException {
    Rulebook read = rulebook();
    boolean others = read.central().isPresent() || !read.own().rules().isEmpty();
    return others ? parts.gate().with(read.judge()) : parts.gate();
  }

  private Rulebook rulebook() throws ConfigurationException, OwnPolicyException {
    Optional<Rulebook> known = rulebook;
    if (known.isEmpty()) {
      known = Optional.of(places.rulebook(new RulebookReader(System.getenv())));
      rulebook = known;
    }
    return known.get();
  }

  private <T> void answer(StreamObserver<T> engine, String stage, Callable<T> answer) {
    T said;
    try {
      said = answer.call();
    } catch (Exception | Error e) {
      engine.onError(Fault.status(stage, e, log));
      return;
    }
    reply(engine, said);
  }

  private static <T> void reply(StreamObserver<T> engine, T response) {
    engine.onNext(response);
    engine.onCompleted();
  }
}
