package dev.cutset;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may open a connection, start a process or load code that does not come with Cutset. */
class BoundariesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cutset");

  /** It lists what is in the jar that it was loaded from, which Java calls a connection. */
  private static final String OWN_JAR = "dev.cutset.template.TemplateLibrary";

  /** In java.net there are also addresses, which open nothing. */
  private static final DescribedPredicate<JavaClass> OPENS_CONNECTIONS =
      describe(
          "open connections",
          type ->
              type.getPackageName().startsWith("java.net.http")
                  || type.getPackageName().startsWith("io.grpc")
                  || Set.of(
                          "java.net.Socket",
                          "java.net.ServerSocket",
                          "java.net.DatagramSocket",
                          "java.net.URLConnection",
                          "java.net.HttpURLConnection",
                          "java.nio.channels.SocketChannel",
                          "java.nio.channels.ServerSocketChannel",
                          "java.nio.channels.AsynchronousSocketChannel",
                          "java.nio.channels.DatagramChannel",
                          "javax.net.SocketFactory",
                          "javax.net.ssl.SSLSocketFactory")
                      .contains(type.getName()));

  private static final DescribedPredicate<JavaClass> STARTS_PROCESSES =
      describe(
          "start processes",
          type ->
              type.getDirectDependenciesFromSelf().stream()
                  .anyMatch(one -> one.getTargetClass().isEquivalentTo(ProcessBuilder.class)));

  @Test
  void only_servers_of_rules_and_the_engine_are_connected_to() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.cutset.policy.server", "dev.cutset.pulumi..")
        .and()
        .doNotHaveFullyQualifiedName(OWN_JAR)
        .should()
        .dependOnClassesThat(OPENS_CONNECTIONS)
        .because("a check of a file opens no connection")
        .check(CLASSES);
    // The rule can tell.
    classes()
        .that()
        .haveFullyQualifiedName("dev.cutset.pulumi.plugin.PluginServer")
        .should()
        .dependOnClassesThat(OPENS_CONNECTIONS)
        .check(CLASSES);
  }

  @Test
  void a_url_is_opened_by_nobody() {
    noClasses().should().callMethod(URL.class, "openStream").check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.cutset.pulumi..", "dev.cutset.template")
        .should()
        .callMethod(URL.class, "openConnection")
        .check(CLASSES);
  }

  @Test
  void processes_are_started_for_programs_compilers_of_policies_and_archives_only() {
    classes()
        .that(STARTS_PROCESSES)
        .should()
        .haveFullyQualifiedName("dev.cutset.pulumi.host.Child")
        .orShould()
        .haveFullyQualifiedName("dev.cutset.pulumi.install.ClassArchive")
        .orShould()
        .haveFullyQualifiedName("dev.cutset.policy.own.Opa")
        .check(CLASSES);
    noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(CLASSES);
    noClasses().should().callMethod(Runtime.class, "exec", String.class).check(CLASSES);
  }

  @Test
  void code_is_loaded_from_the_class_path_of_programs_that_run_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.cutset.pulumi..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ClassLoader.class)
        .because("what is checked is data")
        .check(CLASSES);
  }
}
