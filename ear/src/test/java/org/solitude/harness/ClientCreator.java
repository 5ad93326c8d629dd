package org.solitude.harness;

import java.util.Set;
import java.util.UUID;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/**
 * Creates clients on a running server, with the same management operations as the {@code client} command but without
 * the seconds that the command's JVM takes to start.
 */
record ClientCreator(Ports ports) {
    private static final ModelNode REALM =
            Operations.createAddress("subsystem", "elytron", "filesystem-realm", "solitude-clients");

    /** Creates a client with these roles and returns its secret. */
    String create(String name, Set<String> roles) {
        String secret = UUID.randomUUID().toString();
        try (ManagementClient management = new ManagementClient(ports.management())) {
            management.run(operation("add-identity", name));
            management.run(roleAttribute(name, roles));
            management.run(password(name, secret));
        }
        return secret;
    }

    private static ModelNode roleAttribute(String name, Set<String> roles) {
        ModelNode add = operation("add-identity-attribute", name);
        add.get("name").set("roles");
        roles.forEach(add.get("value")::add);
        return add;
    }

    private static ModelNode password(String name, String secret) {
        ModelNode set = operation("set-password", name);
        ModelNode digest = set.get("salted-simple-digest");
        digest.get("algorithm").set("password-salt-digest-sha-512");
        digest.get("password").set(secret);
        digest.get("salt").set(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        return set;
    }

    private static ModelNode operation(String name, String identity) {
        ModelNode operation = Operations.createOperation(name, REALM);
        operation.get("identity").set(identity);
        return operation;
    }
}
