package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses webhooks may call. */
class AddressRulesTest {

    private final AddressRules rules = AddressRules.allowing(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:c0a8:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void internalAddressIsNotPermitted(String address) throws UnknownHostException {
        assertThat(rules.permit(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void publicAddressIsPermitted(String address) throws UnknownHostException {
        assertThat(rules.permit(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void allowedBlocksArePermittedInAddition() throws UnknownHostException {
        AddressRules more = AddressRules.allowing(List.of("127.0.0.1", " 10.1.0.0/16", "fd12::/32"));
        assertThat(more.permit(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(more.permit(InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(more.permit(InetAddress.getByName("10.1.255.255"))).isTrue();
        assertThat(more.permit(InetAddress.getByName("10.2.0.0"))).isFalse();
        assertThat(more.permit(InetAddress.getByName("fd12::99"))).isTrue();
        assertThat(more.permit(InetAddress.getByName("fd13::99"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0.0/-1", "shop.example/8"})
    void malformedBlockIsRefused(String text) {
        assertThatThrownBy(() -> AddressRules.allowing(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
