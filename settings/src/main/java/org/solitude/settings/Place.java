package org.solitude.settings;

/**
 * A line of a file.
 *
 * @param file relative to the root of the sources
 * @param line from 1
 */
record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
