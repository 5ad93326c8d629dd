/**
 * Generates {@code docs/settings.md} and checks the settings. The description of a setting stands beside the code that
 * reads it: an annotation {@code @Setting} in the modules {@code ejb} and {@code web}, a comment in the scripts and in
 * the Java of {@code docker} ({@link org.solitude.settings.CommentDescriptions} defines it).
 *
 * <p>Everything is read from the sources, Java by the JDK's own parser. So this module depends on no other, one
 * mechanism serves Java, scripts and documents alike, and the descriptions are not in what ships. The build fails when
 * {@code docs/settings.md} is not what is generated, or when a setting is read, scripted or documented without a
 * description, or described without a reader ({@link org.solitude.settings.SettingsCheck}).
 */
@NullMarked
package org.solitude.settings;

import org.jspecify.annotations.NullMarked;
