package dev.natsfleet.checks.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CPDReport;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;

/**
 * Passages of at least 50 equal tokens (about six lines) that occur in more than one place, found
 * by PMD-CPD.
 *
 * @param lines all lines of the files looked at
 * @param repeated number of these lines inside such a passage, counting every place
 * @param passages each passage with its places
 */
record Repetition(long lines, int repeated, List<String> passages) {
  private static final int TOKENS = 50;

  static Repetition in(List<Path> files, long lines) {
    CPDConfiguration configuration = new CPDConfiguration();
    configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
    configuration.setMinimumTileSize(TOKENS);
    List<CPDReport> reports = new ArrayList<>();
    try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
      files.forEach(file -> analysis.files().addFile(file));
      analysis.performAnalysis(reports::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(reports.getFirst().getMatches(), lines);
  }

  private static Repetition of(List<Match> matches, long lines) {
    Set<String> repeated = new HashSet<>();
    matches.forEach(match -> match.forEach(mark -> addLines(mark, repeated)));
    return new Repetition(
        lines, repeated.size(), matches.stream().map(Repetition::describe).toList());
  }

  private static void addLines(Mark mark, Set<String> repeated) {
    FileLocation at = mark.getLocation();
    for (int line = at.getStartLine(); line <= at.getEndLine(); line++) {
      repeated.add(at.getFileId().getAbsolutePath() + ":" + line);
    }
  }

  private static String describe(Match match) {
    List<String> places =
        match.getMarkSet().stream()
            .map(mark -> mark.getLocation().startPosToStringWithFile())
            .toList();
    return match.getLineCount() + " lines at " + String.join(" and ", places);
  }

  double percent() {
    return lines == 0 ? 0 : 100.0 * repeated / lines;
  }

  /** Empty if less than {@code budget} percent of the lines are repeated. */
  List<String> findings(double budget) {
    return percent() < budget ? List.of() : passages;
  }
}
