const CHINESE = /^(gb[-_ ]?18030|gbk|gb[-_]?2312|cp936)$/i;

/** A file in an encoding that its sender did not say, or not truly. */
export class NotDecoded extends Error {}

const labelOf = (said: string): string => (CHINESE.test(said) ? 'gb18030' : said.toLowerCase());

/** So much of what is no ASCII is examined before it is said what it is. */
const ENOUGH = 64 * 1024;

const isAscii = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
};

/** By its mark of byte order, else UTF-8 where it reads as that, else GB 18030: text of one is hardly ever text of the other. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    // What is cut off at the end may go on.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
};

/**
 * Decodes a file as it comes.
 * @param said the encoding by its sender's word; where there is none it is told from the file itself
 */
export const textReader = (said?: string) => {
  let encoding = said === undefined ? null : labelOf(said);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let held: Uint8Array[] = [];
  let length = 0;
  let isMarked: boolean | null = null;
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    try {
      decoder ??= new TextDecoder(encoding ?? 'utf-8', { fatal: true });
      const text = decoder.decode(bytes, { stream });
      if (encoding === 'gb18030' && text.includes('\uFFFD')) throw new TypeError('no GB 18030');
      return text;
    } catch {
      throw new NotDecoded(encoding ?? 'utf-8');
    }
  };
  const settle = (): Uint8Array => {
    const bytes = Buffer.concat(held);
    held = [];
    encoding ??= encodingOf(bytes);
    return bytes;
  };
  return {
    /** What the text is in; null until it is known, and of what is all ASCII. */
    encoding: (): string | null =>
      isMarked === true && encoding === 'utf-8' ? 'utf-8-bom' : encoding,
    push: (bytes: Uint8Array): string => {
      isMarked ??= bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      if (encoding !== null) return decode(bytes, true);
      // ASCII reads alike in either, so that it need not wait.
      if (length === 0 && isAscii(bytes)) return Buffer.from(bytes).toString('latin1');
      held.push(bytes);
      length += bytes.length;
      return length < ENOUGH ? '' : decode(settle(), true);
    },
    end: (): string =>
      held.length > 0
        ? decode(settle(), false)
        : decoder === null
          ? ''
          : decode(new Uint8Array(), false),
  };
};
