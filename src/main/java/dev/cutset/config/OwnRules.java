package dev.cutset.config;

import java.nio.file.Path;

/**
 * Where policies of a team's own are.
 *
 * @param path a folder of Rego or a bundle
 * @param place where the configuration says so
 */
public record OwnRules(Path path, Place place) {}
