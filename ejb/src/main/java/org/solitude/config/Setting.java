package org.solitude.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a setting beside the code that reads it. The module {@code settings} generates {@code docs/settings.md}
 * from these annotations; it reads the sources, so no class file carries them.
 *
 * <p>Name, type and default are not repeated here. They are those of the {@code @ConfigProperty} on the same field. On
 * a constant or enum constant without one, its first string is the name and a second one the default. Describe a
 * setting that several places read at one of them.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.SOURCE)
public @interface Setting {

    /** What the setting does, in Markdown: one or two sentences. */
    String description();

    /** The type that an operator writes, where the Java type does not tell it: {@code URL}, {@code list of ports}. */
    String type() default "";

    /** What a number counts, for example {@code bytes}; nothing for other types. */
    String unit() default "";

    /**
     * The values that make sense. It says {@code enforced} where code refuses others, and {@code reported} where
     * {@code /services/status/} tells of others.
     */
    String range() default "";

    /** The default, where it is not a literal in the code: {@code required}, or a description. */
    String defaultText() default "";
}
