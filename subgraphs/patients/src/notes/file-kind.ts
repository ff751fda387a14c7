/** What may stand beside a note, told by its first bytes: what the sender calls it counts for nothing. */

const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const isText = (bytes: Uint8Array): boolean => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Marks of what a browser or an office program would run: never stored, under whichever name it comes. */
const MARKUP = /^\s*(?:<!doctype|<html|<svg|<script|<\?xml|<body|<iframe|<head|<meta)/i;

/**
 * The media type of bytes that may be stored; null of everything else, such as pages, drawings with scripts, programs and
 * packed files of any kind.
 */
export const fileKindOf = (bytes: Uint8Array): string | null => {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(bytes, 0x49, 0x49, 0x2a, 0x00) || begins(bytes, 0x4d, 0x4d, 0x00, 0x2a))
    return 'image/tiff';
  if (bytes.length === 0 || !isText(bytes)) return null;
  const first = new TextDecoder().decode(bytes.subarray(0, 1024)).replace(/^\uFEFF/, '');
  return MARKUP.test(first) ? null : 'text/plain';
};

const ENDING: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'text/plain': ['txt', 'csv', 'md'],
};

/** Characters of a file's name. */
const LONGEST_NAME = 120;

/** A name without what steers systems of files or terminals, and with an ending that says what the bytes are. */
export const fileName = (given: string, mediaType: string): string => {
  const plain = given
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069"\\/:*?<>|]/g, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const endings = ENDING[mediaType] ?? [];
  const [stem, ending] = /^(.*)\.([a-z0-9]{1,8})$/i.exec(plain)?.slice(1) ?? [plain, ''];
  const known = endings.find((one) => one === ending?.toLowerCase());
  const name = known === undefined ? plain : (stem ?? plain);
  const characters = [...(name || 'file')].slice(0, LONGEST_NAME).join('');
  return `${characters}.${known ?? endings[0] ?? 'bin'}`;
};
