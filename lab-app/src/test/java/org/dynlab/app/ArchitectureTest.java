package org.dynlab.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;

/** Which room may know which, and what no room may do. */
@AnalyzeClasses(packages = "org.dynlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsSeeOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.dynlab..")
          .layer("store")
          .definedBy("org.dynlab.store..")
          .layer("core")
          .definedBy("org.dynlab.core..")
          .layer("tasks")
          .definedBy("org.dynlab.tasks..")
          .layer("optim")
          .definedBy("org.dynlab.optim..")
          .layer("instrument")
          .definedBy("org.dynlab.instrument..")
          .layer("analysis")
          .definedBy("org.dynlab.analysis..")
          .layer("app")
          .definedBy("org.dynlab.app..")
          .whereLayer("store")
          .mayNotAccessAnyLayer()
          .whereLayer("core")
          .mayOnlyAccessLayers("store")
          .whereLayer("tasks")
          .mayOnlyAccessLayers("core", "store")
          .whereLayer("optim")
          .mayOnlyAccessLayers("core", "store")
          .whereLayer("instrument")
          .mayOnlyAccessLayers("core", "store")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("store")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsOfTheCoreKnowEachOtherInOneDirection =
      slices().matching("org.dynlab.core.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule storeAndAnalysisKnowNoNetworks =
      noClasses()
          .that()
          .resideInAnyPackage("org.dynlab.store..", "org.dynlab.analysis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule onlyTheBackendKnowsWhichBackendItIs =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.dynlab.core.engine.Backend")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.nd4j\\.(linalg\\.factory\\.Nd4jBackend|nativeblas\\..*)")
          .orShould()
          .callMethodWhere(asksNd4jForItsEnvironment());

  @ArchTest
  static final ArchRule theLauncherNeverTouchesArrays =
      noClasses()
          .that()
          .resideInAPackage("org.dynlab.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule onlyTheAppPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dynlab.app..")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "target is System.out or System.err", ArchitectureTest::isStandardStream));

  @ArchTest
  static final ArchRule nothingStaticIsMutable =
      fields().that().areStatic().should(beConstantAsFarAsItsTypeTells());

  @ArchTest
  static final ArchRule namesAreTheFieldsOwnWords =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Common")
          .andShould()
          .haveSimpleNameNotEndingWith("Misc");

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>
      asksNd4jForItsEnvironment() {
    return DescribedPredicate.describe(
        "Nd4j.getEnvironment or getBackend is asked",
        call ->
            call.getTargetOwner().getName().equals("org.nd4j.linalg.factory.Nd4j")
                && call.getName().matches("getEnvironment|getBackend"));
  }

  private static boolean isStandardStream(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    return target.getOwner().isEquivalentTo(System.class) && target.getName().matches("out|err");
  }

  /** Tables of constants may be arrays where nobody else can reach them. */
  private static ArchCondition<JavaField> beConstantAsFarAsItsTypeTells() {
    return new ArchCondition<>("be constant as far as its type tells") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean made = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        if (!made && !constant(field)) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is mutable"));
        }
      }
    };
  }

  private static boolean constant(JavaField field) {
    JavaClass type = field.getRawType();
    boolean reachableArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    boolean cell =
        type.getPackageName().equals("java.util.concurrent.atomic")
            || type.isAssignableTo(ThreadLocal.class);
    boolean modifiable = cell || (collection && !type.isInterface());
    return field.getModifiers().contains(JavaModifier.FINAL) && !reachableArray && !modifiable;
  }
}
