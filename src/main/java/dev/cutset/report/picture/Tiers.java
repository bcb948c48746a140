package dev.cutset.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * In which tier each thing is drawn, so that traffic goes down, and who stands beside whom, so that
 * few lines cross: the layers of Eclipse Layout Kernel.
 */
final class Tiers {
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<Double> heights;

  Tiers(List<Set<Integer>> needs) {
    // It fills in what the layout copies its defaults with.
    LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredOptions());
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    for (int i = 0; i < needs.size(); i++) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(10, 10);
      nodes.add(node);
    }
    for (int i = 0; i < needs.size(); i++) {
      for (int needed : needs.get(i)) {
        ElkGraphUtil.createSimpleEdge(nodes.get(i), nodes.get(needed));
      }
    }
    if (!nodes.isEmpty()) {
      new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    }
    TreeSet<Double> found = new TreeSet<>();
    nodes.forEach(node -> found.add(node.getY()));
    heights = List.copyOf(found);
  }

  int count() {
    return heights.size();
  }

  int tier(int number) {
    return heights.indexOf(nodes.get(number).getY());
  }

  double order(int number) {
    return nodes.get(number).getX();
  }
}
