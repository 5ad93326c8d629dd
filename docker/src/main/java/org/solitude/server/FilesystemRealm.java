package org.solitude.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads the identities of an Elytron filesystem realm from its files: one XML document for each, whose file name has
 * the identity's name after the last dash, in base 32 (RFC 4648) without padding.
 *
 * <p>Elytron's FileSystemSecurityRealm reads the same (a test compares both), but needs 23 jars beside this one, and
 * operators run the client command from this jar alone. The management model can read one identity, but not list all.
 */
final class FilesystemRealm {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGIT_BITS = 5;

    private FilesystemRealm() {}

    /** Returns the names of all identities, sorted, with their roles; none if the directory does not exist. */
    static Map<String, Set<String>> roles(Path directory) {
        Map<String, Set<String>> identities = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                    identities.put(name(file), rolesIn(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return identities;
    }

    private static Set<String> rolesIn(Path file) throws IOException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList attributes =
                    parsers.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("attribute");
            Set<String> roles = new TreeSet<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                Element attribute = (Element) attributes.item(i);
                if (attribute.getAttribute("name").equals("roles")) {
                    roles.add(attribute.getAttribute("value"));
                }
            }
            return roles;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Cannot read the identity in " + file, e);
        }
    }

    private static String name(Path file) {
        String text = file.getFileName().toString().replaceFirst("\\.xml$", "");
        return decode(text.substring(text.lastIndexOf('-') + 1));
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int buffer = 0;
        for (char digit : encoded.toCharArray()) {
            buffer = buffer << DIGIT_BITS | BASE_32.indexOf(digit);
            bits += DIGIT_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
