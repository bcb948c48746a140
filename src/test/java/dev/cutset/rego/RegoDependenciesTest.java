package dev.cutset.rego;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RegoDependenciesTest {
  @Test
  void the_evaluator_knows_nothing_of_this_project_and_three_libraries_only() {
    classes()
        .that()
        .resideInAPackage("dev.cutset.rego..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.cutset.rego..",
            "java..",
            "javax.crypto..",
            "tools.jackson.core..",
            "com.google.re2j..",
            "org.snakeyaml.engine..",
            "org.jspecify.annotations..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.cutset.rego"));
  }
}
