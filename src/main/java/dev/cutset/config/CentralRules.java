package dev.cutset.config;

import dev.cutset.policy.server.OpaServer;

/**
 * Which server judges.
 *
 * @param place where the configuration says so
 */
public record CentralRules(OpaServer server, Place place) {}
