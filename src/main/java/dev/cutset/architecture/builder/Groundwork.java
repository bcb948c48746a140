package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.declared.VolumeZones;
import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Software;
import dev.cutset.stack.Stack;
import java.util.List;

/**
 * What a stack says however its unknown values turn out, read once for both completions.
 *
 * @param references without the aliases, which come to light while the architecture is built
 */
record Groundwork(
    Stack.Source source,
    Declared declared,
    Reading reading,
    References references,
    Relations relations,
    Clusters clusters,
    Regions regions,
    Places places,
    Pinning pinning,
    Texts texts,
    Recognition recognition) {

  static Groundwork of(Stack stack, Catalog catalog, List<Software> software) {
    Declared declared = new Declared(stack, catalog);
    References references = new References(declared);
    Reading reading = new Reading(declared, references);
    Relations relations = new Relations(declared, reading, references);
    Clusters clusters = new Clusters(declared);
    Regions regions = new Regions(declared, clusters, reading);
    Texts texts = new Texts(relations);
    Pinning pinning = new Pinning(declared, new VolumeZones(references));
    return new Groundwork(
        stack.source(),
        declared,
        reading,
        references,
        relations,
        clusters,
        regions,
        new Places(regions, references, new DistinctZones(declared, references), pinning),
        pinning,
        texts,
        new Recognition(software, texts));
  }
}
