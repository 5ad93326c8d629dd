package org.solitude.webhook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.solitude.webhook.AddressRules;

/**
 * Looks a name up once and hands on only addresses that may be called. The connection is made to exactly these, so a name
 * that changes between check and call changes nothing.
 */
final class AddressCheckingDnsResolver implements DnsResolver {

    private final DnsResolver delegate;
    private final AddressRules rules;

    AddressCheckingDnsResolver(DnsResolver names, AddressRules rules) {
        this.delegate = names;
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
