package org.solitude.harness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Signs JSON Web Tokens with a new RSA key. */
public record TokenIssuer(String issuer, String keyId, KeyPair keys) {
    private static final int BITS = 2048;

    public static TokenIssuer of(String issuer, String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new TokenIssuer(issuer, keyId, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    /** Returns the settings that make a server accept its tokens. */
    Map<String, String> settings() {
        return Map.of("SOLITUDE_JWT_ISSUER", issuer, "SOLITUDE_JWT_AUDIENCE", "solitude");
    }

    /** Returns the public key in PEM. */
    public String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Returns a signed token with this header and these claims, both in JSON. */
    public String sign(String header, String claims) {
        try {
            String content = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java signs with RSA", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
