package org.solitude.webhook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.solitude.webhook.AddressRules;

/**
 * Resolves a host name once and returns only addresses that may be called. The connection goes to exactly these, so a
 * DNS answer that changes between check and call (DNS rebinding) has no effect.
 */
final class AddressCheckingDnsResolver implements DnsResolver {

    private final DnsResolver delegate;
    private final AddressRules rules;

    AddressCheckingDnsResolver(DnsResolver delegate, AddressRules rules) {
        this.delegate = delegate;
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = delegate.resolve(host);
        InetAddress[] permitted = Arrays.stream(found).filter(rules::permit).toArray(InetAddress[]::new);
        if (found.length > 0 && permitted.length == 0) {
            throw new ForbiddenAddressException(host);
        }
        return permitted;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
