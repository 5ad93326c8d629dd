package org.solitude.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of addresses, {@code 10.0.0.0/8} or {@code fc00::/7}; without a length, a single one.
 *
 * @param base its first address
 * @param length how many leading bits all its addresses share
 */
record CidrBlock(InetAddress base, int length) {

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException for what is none; a name is none, so nothing is looked up
     */
    static CidrBlock of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress base = address(parts[0]);
        int bits = base.getAddress().length * Byte.SIZE;
        int length = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException(text + " has a length outside of 0 to " + bits);
        }
        return new CidrBlock(base, length);
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address", e);
        }
    }
}
