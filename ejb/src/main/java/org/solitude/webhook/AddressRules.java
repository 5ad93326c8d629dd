package org.solitude.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses a webhook may call: those of the public internet and those the operator allows in addition.
 * All others belong to an internal network, possibly our own (IANA special-purpose registries, RFC 6890).
 *
 * @param allowed blocks that may be called although they are not public
 */
public record AddressRules(List<CidrBlock> allowed) {

    private static final List<CidrBlock> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, with the metadata services of clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved and broadcast
                    "64:ff9b:1::/48", // local translation
                    "2001::/23", // protocol assignments, Teredo
                    "2001:db8::/32", // documentation
                    "3fff::/20", // documentation
                    "5f00::/16") // segment routing
            .map(CidrBlock::of)
            .toList();

    /**
     * In IPv6 only this block is routed globally. Loopback, unique-local, link-local, site-local and multicast are
     * outside.
     */
    private static final CidrBlock GLOBAL_UNICAST = CidrBlock.of("2000::/3");

    /** An IPv4 address embedded in IPv6 is judged as the IPv4 address. */
    private static final CidrBlock NAT64 = CidrBlock.of("64:ff9b::/96");

    private static final List<CidrBlock> LOOPBACK = List.of(CidrBlock.of("127.0.0.1"), CidrBlock.of("::1"));
    private static final CidrBlock SIX_TO_FOUR = CidrBlock.of("2002::/16");
    private static final int IPV4_BYTES = 4;
    private static final int SIX_TO_FOUR_OFFSET = 2;

    /** Creates rules that also allow these addresses or blocks. */
    public static AddressRules allowing(List<String> blocks) {
        return new AddressRules(blocks.stream().map(CidrBlock::of).toList());
    }

    /** Returns whether this address may be called. */
    public boolean permit(InetAddress address) {
        if (allowed.stream().anyMatch(block -> block.contains(address))) {
            return true;
        }
        if (NOT_PUBLIC.stream().anyMatch(block -> block.contains(address))) {
            return false;
        }
        return !(address instanceof Inet6Address) || permitIpv6(address);
    }

    /** Returns whether a loopback address may be called that {@code localhost} usually means: 127.0.0.1 or ::1. */
    boolean permitLoopback() {
        return LOOPBACK.stream().map(CidrBlock::base).anyMatch(this::permit);
    }

    private boolean permitIpv6(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return permit(ipv4(bytes, bytes.length - IPV4_BYTES));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return permit(ipv4(bytes, SIX_TO_FOUR_OFFSET));
        }
        return GLOBAL_UNICAST.contains(address);
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
