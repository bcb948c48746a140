package dev.cutset.architecture;

import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;

/**
 * Where users come in.
 *
 * @param urn the resource that stands for it in results
 * @param name what users call it
 * @param target the scope that it must survive
 * @param need what it takes to serve them
 */
public record EntryPoint(Urn urn, String name, Scope target, Need need) {}
