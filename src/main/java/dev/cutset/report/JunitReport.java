package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report for whoever shows test results: JUnit's XML.
 *
 * <p>Each entry point is a test of its target, and each policy one that fails once for each of its
 * findings that block. What is undecided is a skipped test; advice is the output of a passed one.
 */
public final class JunitReport {
  private final PolicyCatalog policies;

  public JunitReport(PolicyCatalog policies) {
    this.policies = policies;
  }

  /** A test, and what became of it. */
  private record Case(String name, String group, Result result, String summary, String text) {}

  private enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** Writes the report; closing the stream is left to the caller. */
  public void render(Judgement judgement, OutputStream out) throws IOException {
    List<Case> cases = new ArrayList<>();
    judgement.entryPoints().forEach(entry -> cases.add(entryPoint(entry)));
    policies.policies().forEach(policy -> cases.addAll(policy(policy, judgement.findings())));
    judgement.waived().forEach(waived -> cases.add(waived(waived)));
    judgement.baselined().forEach(finding -> cases.add(baselined(finding)));
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      document(judgement, cases, xml);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static Case entryPoint(JudgedEntryPoint entry) {
    String name = entry.name() + " survives the failure of " + Wording.any(entry.target());
    return switch (entry.verdict()) {
      case PASSED ->
          Wording.isLetPass(entry)
              ? new Case(name, "entry points", Result.SKIPPED, "it does not, which is let pass", "")
              : new Case(name, "entry points", Result.PASSED, "", "");
      case BLOCKED -> new Case(name, "entry points", Result.FAILED, "it does not", "");
      case UNDECIDED ->
          new Case(name, "entry points", Result.SKIPPED, "values not known yet decide it", "");
    };
  }

  private static Case waived(Waived waived) {
    return new Case(
        waived.finding().title(),
        waived.finding().policy(),
        Result.SKIPPED,
        "waived until " + waived.expires() + " by " + waived.owner() + ": " + waived.reason(),
        told(waived.finding()));
  }

  private static Case baselined(Finding finding) {
    return new Case(
        finding.title(), finding.policy(), Result.SKIPPED, "in the baseline", told(finding));
  }

  private static List<Case> policy(PolicyInfo policy, List<Finding> findings) {
    List<Case> cases = new ArrayList<>();
    List<Finding> own = findings.stream().filter(f -> f.policy().equals(policy.id())).toList();
    for (Finding finding : own) {
      if (finding.blocks()) {
        cases.add(finding(policy, finding, Result.FAILED));
      } else if (finding.verdict() == Verdict.UNKNOWN) {
        cases.add(finding(policy, finding, Result.SKIPPED));
      }
    }
    if (cases.isEmpty()) {
      String advice = own.stream().map(JunitReport::told).collect(Collectors.joining("\n\n"));
      cases.add(new Case(policy.title(), policy.id(), Result.PASSED, "", advice));
    }
    return cases;
  }

  private static Case finding(PolicyInfo policy, Finding finding, Result result) {
    return new Case(finding.title(), policy.id(), result, finding.message(), told(finding));
  }

  private static String told(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.title());
    lines.add(finding.message());
    finding.proof().forEach(step -> lines.add("  " + step.name() + ": " + step.because()));
    finding.evidence().forEach(evidence -> lines.add("evidence: " + evidence));
    finding.undecidedBy().forEach(property -> lines.add("decided by: " + property));
    finding.resources().forEach(urn -> lines.add("change: " + urn.text()));
    lines.add("fix: " + finding.fix());
    return String.join("\n", lines);
  }

  private static void document(Judgement judgement, List<Case> cases, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    attribute("name", "cutset " + stack(judgement), xml);
    attribute("tests", String.valueOf(cases.size()), xml);
    attribute("failures", count(cases, Result.FAILED), xml);
    attribute("errors", "0", xml);
    attribute("skipped", count(cases, Result.SKIPPED), xml);
    for (Case one : cases) {
      testCase(one, xml);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static String stack(Judgement judgement) {
    String name = judgement.stack().project() + "/" + judgement.stack().name();
    return name.equals("/") ? "stack" : name;
  }

  private static String count(List<Case> cases, Result result) {
    return String.valueOf(cases.stream().filter(one -> one.result() == result).count());
  }

  private static void testCase(Case one, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute("classname", one.group(), xml);
    attribute("name", one.name(), xml);
    switch (one.result()) {
      case FAILED -> outcome("failure", one, xml);
      case SKIPPED -> outcome("skipped", one, xml);
      case PASSED -> {
        if (!one.text().isEmpty()) {
          xml.writeStartElement("system-out");
          xml.writeCharacters(clean(one.text()));
          xml.writeEndElement();
        }
      }
    }
    xml.writeEndElement();
  }

  private static void outcome(String element, Case one, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", one.summary(), xml);
    xml.writeCharacters(clean(one.text()));
    xml.writeEndElement();
  }

  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** XML has no way at all to say most control characters, and terminals obey the others. */
  private static String clean(String text) {
    return SafeText.unobeyed(text)
        .codePoints()
        .map(point -> isXml(point) ? point : 0xfffd)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXml(int point) {
    return point == '\t' || point == '\n' || !SafeText.steers(point) && (point & 0xfffe) != 0xfffe;
  }
}
