package dev.cutset.template;

import java.util.Optional;

/**
 * A value of a stack's configuration that a program reads.
 *
 * @param key such as {@code aws:region}; without a namespace it is the project's own
 * @param description what it means, or nothing
 * @param value what the template proposes
 * @param secret whether it is stored encrypted
 */
public record Setting(String key, String description, Optional<String> value, boolean secret) {}
