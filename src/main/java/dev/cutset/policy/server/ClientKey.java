package dev.cutset.policy.server;

import java.nio.file.Path;

/**
 * What Cutset proves with who it is.
 *
 * @param certificate a PEM file with the certificate, and those above it
 * @param key a PEM file with its private key
 */
public record ClientKey(Path certificate, Path key) {}
