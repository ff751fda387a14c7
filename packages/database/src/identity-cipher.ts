import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { pinyinWords } from '@nodp/linkage';

/** What names a person, as it lies under the cipher in `patients.identity`. */
export interface PersonIdentity {
  readonly name: string;
  readonly medicalRecordNumbers: readonly string[];
  readonly nationalId: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** Which hashes are stored of an identity: raised whenever there are more, so that stored ones are made anew. */
export const IDENTITY_HASHES = 3;

/** The hashes by which one institution's identity of a person is found. */
export interface IdentityHashes {
  readonly nameHashes: readonly string[];
  readonly numberHashes: readonly string[];
  readonly hashVersion: number;
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
  /** Hashes stored for names: every word, each of its beginnings; of Chinese names the pinyin and its initials. */
  nameHashes(names: readonly string[]): string[];
  /**
   * Every hash stored of an identity: of its names, of its numbers whole, and of the last four to six characters of
   * record and telephone numbers.
   * @param names every way the name is written
   * @param numbers every number by which the person is found whole
   */
  identityHashes(
    person: PersonIdentity,
    names: readonly string[],
    numbers: readonly string[],
  ): IdentityHashes;
  /** Hashes that a stored name must all have to match the words typed; empty where no word was typed. */
  nameSearchHashes(query: string): string[];
  /** Hashes one of which a stored number has: the number typed whole or, of four to six characters, its end. */
  numberSearchHashes(query: string): string[];
  /** Hash of a record number or national identifier, whole; spaces, hyphens and case do not count. */
  numberHash(number: string): string;
  /** Hash of an identifier with its system (`system|value`), by which references name a patient. */
  aliasHash(identifier: string): string;
  /**
   * Hash by which one person's records at several institutions find each other.
   * @param system of the number; null for China's resident identity number, whatever its system is called
   */
  nationalHash(nationalId: string, birthDate: string, system?: string | null): string;
  /**
   * Hash of a key under which records that may be of one person meet, or of a name whose frequency is counted: 48 bits, as a number
   * that PostgreSQL and JavaScript both hold whole. Two keys that share one make a pair to be compared, no join.
   */
  matchHash(key: string): number;
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

/** Lengths of a number's end that find the number. Shorter ends are shared by too many, longer ones are as good as the whole. */
const ENDS = [4, 5, 6];

const ends = (number: string): string[] => {
  const characters = compact(number);
  return ENDS.filter((length) => length < characters.length).map((length) =>
    characters.slice(-length),
  );
};

/** Digits of which the last may be a letter: what a number's end looks like. */
const isEnd = (characters: string): boolean =>
  ENDS.includes(characters.length) && /^\d+[\dA-Z]$/.test(characters);

/** Names that are part of another (the family name beside the whole) say nothing new of how it is pronounced. */
const whole = (names: readonly string[]): string[] =>
  names.filter((name) => !names.some((other) => other !== name && other.includes(name)));

/**
 * Characters of a name, and names of a person, that are made into hashes: each beginning of a word is one, so that the cost of
 * a name grows with the square of its length (one of 20,000 letters held the process for 7 to 70 s). A longer name is found by
 * its beginning.
 */
const LONGEST_NAME = 200;
const MOST_NAMES = 20;

/** The same few beginnings come with most names: made once, until there are too many to keep. */
const REMEMBERED = 50_000;

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

  const matchHash = (key: string): number =>
    createHmac('sha256', hashing).update(`match\0${key}`).digest().readUIntBE(0, 6);

  const known = new Map<string, string>();
  const nameHash = (part: string): string => {
    let found = known.get(part);
    if (found === undefined) {
      found = hash('name', part);
      if (known.size >= REMEMBERED) known.clear();
      known.set(part, found);
    }
    return found;
  };
  const numberHash = (number: string): string => hash('number', compact(number));
  const nameHashes = (all: readonly string[]): string[] => {
    const names = all.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME));
    const parts = names.flatMap(nameWords).flatMap(beginnings);
    return [...new Set([...parts, ...whole(names).flatMap(pinyinWords)])].map(nameHash);
  };

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
    nameHashes,
    identityHashes: ({ name, phone, medicalRecordNumbers }, names, numbers) => {
      const telephone = phone === null ? [] : [phone];
      const known = [...medicalRecordNumbers, ...telephone].flatMap(ends);
      return {
        nameHashes: nameHashes([...new Set([...names, ...(name === '' ? [] : [name])])]),
        numberHashes: [
          ...new Set([
            ...[...numbers, ...telephone].map(numberHash),
            ...known.map((end) => hash('end', end)),
          ]),
        ],
        hashVersion: IDENTITY_HASHES,
      };
    },
    nameSearchHashes: (query) => nameWords(query).map(nameHash),
    numberSearchHashes: (query) => {
      const characters = compact(query);
      return [hash('number', characters), ...(isEnd(characters) ? [hash('end', characters)] : [])];
    },
    numberHash,
    matchHash,
    aliasHash: (identifier) => hash('alias', identifier),
    nationalHash: (nationalId, birthDate, system = null) =>
      hash(
        'national',
        `${compact(nationalId)}\0${birthDate}${system === null ? '' : `\0${system}`}`,
      ),
  };
};
