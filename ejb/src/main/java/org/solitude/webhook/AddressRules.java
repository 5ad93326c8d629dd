package org.solitude.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called on a client's behalf: those of the public internet, and what the operator allows besides.
 * Everything else is somebody's inner network, perhaps our own (IANA's special-purpose registries, RFC 6890).
 *
 * @param allowed blocks that may be called although they are not public
 */
public record AddressRules(List<CidrBlock> allowed) {

    private static final List<CidrBlock> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, and the clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "64:ff9b:1::/48", // local translation
                    "2001::/23", // protocol assignments, Teredo
                    "2001:db8::/32", // documentation
                    "3fff::/20", // documentation
                    "5f00::/16") // segment routing
            .map(CidrBlock::of)
            .toList();

    /** Beyond it nothing in IPv6 is globally routed: loopback, unique-local, link-local, site-local, multicast. */
    private static final CidrBlock GLOBAL_UNICAST = CidrBlock.of("2000::/3");

    /** An IPv4 address wrapped for IPv6 is judged as what is inside. */
    private static final CidrBlock NAT64 = CidrBlock.of("64:ff9b::/96");

    private static final CidrBlock SIX_TO_FOUR = CidrBlock.of("2002::/16");
    private static final int IPV4_BYTES = 4;
    private static final int SIX_TO_FOUR_OFFSET = 2;

    /** Rules with these exceptions, each an address or a block. */
    public static AddressRules allowing(List<String> blocks) {
        return new AddressRules(blocks.stream().map(CidrBlock::of).toList());
    }

    /** Whether this address may be called. */
    public boolean permit(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        if (NOT_PUBLIC.stream().anyMatch(network -> network.contains(address))) {
            return false;
        }
        return !(address instanceof Inet6Address) || permitIpv6(address);
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
