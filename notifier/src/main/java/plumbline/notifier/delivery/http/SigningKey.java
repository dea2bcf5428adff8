package plumbline.notifier.delivery.http;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key of Standard Webhooks 1.0.0: shared ({@code v1}, HMAC-SHA256) or private ({@code v1a}, Ed25519). */
sealed interface SigningKey {
    String RULE = "must be whsec_ followed by 24-64 bytes in Base64, or whsk_ and an Ed25519 key; several with commas";

    /** The scheme, a comma and the signature of both parts, one after the other. */
    String sign(byte[] head, byte[] body);

    static SigningKey parse(String text) {
        try {
            if (text.startsWith(Shared.PREFIX)) {
                return Shared.of(Base64.getDecoder().decode(text.substring(Shared.PREFIX.length())));
            }
            if (text.startsWith(Private.PREFIX)) {
                return Private.of(Base64.getDecoder().decode(text.substring(Private.PREFIX.length())));
            }
        } catch (IllegalArgumentException wrong) {
            // Said below; the exception could repeat a part of the key.
        }
        throw new IllegalArgumentException(RULE);
    }

    /** A key that the receiver has too. */
    record Shared(SecretKeySpec key) implements SigningKey {
        static final String PREFIX = "whsec_";
        private static final String ALGORITHM = "HmacSHA256";
        private static final int LEAST_BYTES = 24;
        private static final int MOST_BYTES = 64;

        static Shared of(byte[] bytes) {
            if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(RULE);
            }
            return new Shared(new SecretKeySpec(bytes, ALGORITHM));
        }

        @Override
        public String sign(byte[] head, byte[] body) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                mac.update(head);
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
            }
        }

        @Override
        public String toString() {
            return "Shared[]";
        }
    }

    /** A key whose public half ({@code whpk_}) the receiver has. */
    record Private(PrivateKey key) implements SigningKey {
        static final String PREFIX = "whsk_";
        private static final String ALGORITHM = "Ed25519";
        private static final int SEED_BYTES = 32;

        /** Takes a seed alone (RFC 8032), or followed by the public key, as libsodium writes it. */
        static Private of(byte[] bytes) {
            if (bytes.length != SEED_BYTES && bytes.length != 2 * SEED_BYTES) {
                throw new IllegalArgumentException(RULE);
            }
            try {
                return new Private(KeyFactory.getInstance(ALGORITHM)
                        .generatePrivate(
                                new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, SEED_BYTES))));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK since 15 has " + ALGORITHM, impossible);
            }
        }

        @Override
        public String sign(byte[] head, byte[] body) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(key);
                signature.update(head);
                signature.update(body);
                return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK since 15 has " + ALGORITHM, impossible);
            }
        }

        @Override
        public String toString() {
            return "Private[]";
        }
    }
}
