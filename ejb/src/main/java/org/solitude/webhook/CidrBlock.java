package org.solitude.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of addresses in CIDR notation, {@code 10.0.0.0/8} or {@code fc00::/7}; without a length, a single address.
 *
 * <p>By hand, because WildFly's {@code io.smallrye.common.net} is a private module and takes no address without a
 * length.
 *
 * @param base the first address
 * @param length the number of leading bits that all addresses share
 */
record CidrBlock(InetAddress base, int length) {

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Parses a block.
     *
     * @throws IllegalArgumentException if this is not a block. Names are not resolved.
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
        byte[] prefix = base.getAddress();
        byte[] bytes = address.getAddress();
        if (prefix.length != bytes.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((prefix[bit / Byte.SIZE] ^ bytes[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is not an address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is not an address", e);
        }
    }
}
