import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** What names a person, as it lies under the cipher in `patients.identity`. */
export interface PersonIdentity {
  readonly name: string;
  readonly medicalRecordNumbers: readonly string[];
  readonly nationalId: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/**
 * Seals what names a person, and makes the keyed hashes by which a person is found without being read.
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; HMAC-SHA-256 (RFC 2104) cut to 128 bits;
 * both keys derived from the one given (HKDF, RFC 5869), so that neither reveals the other.
 */
export interface IdentityCipher {
  /** Version, nonce, tag, ciphertext. */
  seal(plain: string | Uint8Array): Uint8Array;
  /** @throws when the bytes were changed or another key sealed them */
  open(sealed: Uint8Array): Buffer;
  /** Hashes stored for names: every word, each of its beginnings. */
  nameHashes(names: readonly string[]): string[];
  /** Hashes that a stored name must all have to match the words typed; empty where no word was typed. */
  nameSearchHashes(query: string): string[];
  /** Hash of a record number or national identifier, whole; spaces, hyphens and case do not count. */
  numberHash(number: string): string;
  /** Hash of an identifier with its system (`system|value`), by which references name a patient. */
  aliasHash(identifier: string): string;
  /** Hash by which one person's records at several institutions find each other. */
  nationalHash(nationalId: string, birthDate: string): string;
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const han = /\p{Script=Han}/u;

/** Case and accents folded: `Adán` and `ADAN` are one. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** Words of letters and digits; everything else parts them. */
export const nameWords = (text: string): string[] =>
  fold(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.map(String) ?? [];

const beginnings = (word: string): string[] => {
  const characters = [...word];
  const shortest = han.test(word) ? 1 : 2;
  const found: string[] = [];
  for (let length = shortest; length <= characters.length; length++) {
    found.push(characters.slice(0, length).join(''));
  }
  return found.length > 0 ? found : [word];
};

const compact = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s\-–.]/g, '')
    .toUpperCase();

/** @param identityKey 32 random bytes, kept outside the database */
export const identityCipher = ({ identityKey }: { identityKey: Uint8Array }): IdentityCipher => {
  if (identityKey.byteLength !== 32) throw new RangeError('The identity key must be 32 bytes.');
  // Key objects: given the bytes themselves, each hash would make one anew (three times as slow).
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', identityKey, 'nodp', `identity ${use}`, 32)));
  const sealing = derive('sealing');
  const hashing = derive('hashing');
  const hash = (kind: string, text: string): string =>
    createHmac('sha256', hashing)
      .update(`${kind}\0${text}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');

  return {
    seal: (plain) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      if (sealed[0] !== VERSION) throw new Error('Sealed by an unknown version of the platform.');
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(1, 1 + NONCE));
      decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()]);
    },
    nameHashes: (names) => [
      ...new Set(
        names
          .flatMap(nameWords)
          .flatMap(beginnings)
          .map((part) => hash('name', part)),
      ),
    ],
    nameSearchHashes: (query) => nameWords(query).map((word) => hash('name', word)),
    numberHash: (number) => hash('number', compact(number)),
    aliasHash: (identifier) => hash('alias', identifier),
    nationalHash: (nationalId, birthDate) =>
      hash('national', `${compact(nationalId)}\0${birthDate}`),
  };
};
