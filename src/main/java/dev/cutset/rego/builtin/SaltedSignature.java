package dev.cutset.rego.builtin;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** RSA signatures with a salt of any length, which Java wants to be told. */
final class SaltedSignature {
  private SaltedSignature() {}

  static boolean verify(RSAPublicKey key, String hash, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    int bits = key.getModulus().bitLength() - 1;
    BigInteger number = new BigInteger(1, signature);
    if (signature.length != (bits + 8) / 8 || number.compareTo(key.getModulus()) >= 0) {
      return false;
    }
    byte[] encoded = padded(number.modPow(key.getPublicExponent(), key.getModulus()), bits);
    return check(encoded, bits, hash, message);
  }

  private static byte[] padded(BigInteger number, int bits) {
    byte[] bytes = JsonWebKey.unsigned(number);
    byte[] padded = new byte[(bits + 7) / 8];
    if (bytes.length <= padded.length) {
      System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
    }
    return padded;
  }

  private static boolean check(byte[] encoded, int bits, String hash, byte[] message)
      throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-" + hash.substring(3));
    int size = digest.getDigestLength();
    int masked = encoded.length - size - 1;
    int spare = 8 * encoded.length - bits;
    if (masked < 1 || encoded[encoded.length - 1] != (byte) 0xBC) {
      return false;
    }
    if ((encoded[0] & 0xFF) >> 8 - spare != 0) {
      return false;
    }
    byte[] wanted = Arrays.copyOfRange(encoded, masked, masked + size);
    byte[] block = unmask(Arrays.copyOf(encoded, masked), wanted, digest);
    block[0] &= (byte) (0xFF >> spare);
    int one = 0;
    while (one < block.length && block[one] == 0) {
      one++;
    }
    if (one == block.length || block[one] != 1) {
      return false;
    }
    digest.reset();
    byte[] own = digest.digest(message);
    digest.update(new byte[8]);
    digest.update(own);
    digest.update(block, one + 1, block.length - one - 1);
    return MessageDigest.isEqual(wanted, digest.digest());
  }

  private static byte[] unmask(byte[] block, byte[] seed, MessageDigest digest) {
    int size = digest.getDigestLength();
    for (int i = 0; i < block.length; i += size) {
      int count = i / size;
      digest.update(seed);
      digest.update(
          new byte[] {
            (byte) (count >> 24), (byte) (count >> 16), (byte) (count >> 8), (byte) count
          });
      byte[] mask = digest.digest();
      for (int j = 0; j < size && i + j < block.length; j++) {
        block[i + j] ^= mask[j];
      }
    }
    return block;
  }
}
