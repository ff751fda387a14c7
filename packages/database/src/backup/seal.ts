import { Decrypter, Encrypter } from 'age-encryption';
import * as v from 'valibot';
import { PlatformError } from '../problems.ts';

/** Files of the home without which a backup's records cannot be read: contents by name. */
export type Secrets = Readonly<Record<string, Uint8Array>>;

const LEAST_PASS_PHRASE = 12;

/** Of scrypt, as a power of two: about a second a try (the default of age). */
const WORK_FACTOR = 18;

const schema = v.object({
  backup: v.string(),
  files: v.record(v.string(), v.string()),
});

/**
 * Seals secrets by a pass phrase in age's format (scrypt, ChaCha20-Poly1305), which the program `age` opens as well.
 * @param backup the id of the backup they belong to
 * @throws PlatformError `weak-pass-phrase`
 */
export const seal = (
  backup: string,
  secrets: Secrets,
  passPhrase: string,
  workFactor = WORK_FACTOR,
): Promise<Uint8Array> => {
  if (passPhrase.length < LEAST_PASS_PHRASE)
    throw new PlatformError(
      'weak-pass-phrase',
      `The pass phrase needs ${LEAST_PASS_PHRASE} characters at least.`,
    );
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passPhrase);
  encrypter.setScryptWorkFactor(workFactor);
  const files = Object.entries(secrets).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString('base64'),
  ]);
  return encrypter.encrypt(JSON.stringify({ backup, files: Object.fromEntries(files) }));
};

/**
 * @throws PlatformError where the pass phrase is another, the file was changed, or it belongs to another backup
 */
export const unseal = async (
  backup: string,
  sealed: Uint8Array,
  passPhrase: string,
): Promise<Secrets> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passPhrase);
  let text: string;
  try {
    text = await decrypter.decrypt(sealed, 'text');
  } catch (error) {
    // age says this alone of a pass phrase that opens nothing; of a changed file it says what is wrong with it.
    if (/no identity matched/.test((error as Error).message))
      throw new PlatformError(
        'wrong-pass-phrase',
        `The pass phrase does not open the keys of backup ${backup}.`,
      );
    throw new PlatformError(
      'damaged',
      `The sealed keys of backup ${backup} are damaged: ${(error as Error).message}.`,
    );
  }
  const read = v.safeParse(schema, JSON.parse(text));
  if (!read.success || read.output.backup !== backup)
    throw new PlatformError('other-keys', `These are not the keys of backup ${backup}.`);
  return Object.fromEntries(
    Object.entries(read.output.files).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]),
  );
};
