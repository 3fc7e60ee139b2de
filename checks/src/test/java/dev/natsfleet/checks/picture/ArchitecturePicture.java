package dev.natsfleet.checks.picture;

import dev.natsfleet.checks.tree.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page on the architecture, with what stands between its two marks drawn anew. */
record ArchitecturePicture(String page) {
  static final Path PAGE = Path.of("docs/architecture.md");

  private static final String BEGIN = "<!-- picture: drawn by `make picture` -->\n";
  private static final String END = "<!-- end of picture -->\n";
  private static final List<String> OPENED =
      List.of("operator/core", "agent/core", "logs/shipper", "logs/receiver");

  static ArchitecturePicture of(SourceTree sourceTree) {
    String page = sourceTree.text(PAGE);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(PAGE + " has no marks to draw between: " + BEGIN + END);
    }
    return new ArchitecturePicture(
        page.substring(0, begin + BEGIN.length())
            + draw(ImportGraph.of(sourceTree))
            + page.substring(end));
  }

  private static String draw(ImportGraph imports) {
    StringBuilder text = new StringBuilder("\n### Modules\n\n");
    text.append(new MermaidGraph(imports.betweenModules(), name -> name).render());
    for (String module : OPENED) {
      Map<String, Set<String>> packages = imports.inside(module);
      String root = commonRoot(packages.keySet());
      text.append("\n### Packages of ").append(module).append("\n\n");
      text.append(
          new MermaidGraph(packages, name -> name.substring(root.length() - tail(name, root)))
              .render());
    }
    return text.append('\n').toString();
  }

  /** How much of the root a label keeps: its last word, for the package that is the root itself. */
  private static int tail(String name, String root) {
    return name.length() < root.length() ? root.length() - name.lastIndexOf('.') - 1 : 0;
  }

  /** The packages' longest common beginning, with its last dot. */
  private static String commonRoot(Set<String> packages) {
    String root = packages.stream().findFirst().orElse("") + ".";
    while (!root.isEmpty() && !startAllWith(packages, root)) {
      root = root.substring(0, root.lastIndexOf('.', root.length() - 2) + 1);
    }
    return root;
  }

  private static boolean startAllWith(Set<String> packages, String root) {
    return packages.stream().allMatch(name -> (name + ".").startsWith(root));
  }
}
