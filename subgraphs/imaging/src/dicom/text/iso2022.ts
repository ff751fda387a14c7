import { decoderOf } from './decoders.ts';

/** What an escape sequence designates (PS3.3 C.12.1.1.2): to which half, and how its bytes are read. */
interface CodeSet {
  readonly half: 'G0' | 'G1';
  readonly wide: boolean;
  readonly read: (bytes: Uint8Array) => string;
}

const high = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte | 0x80);

const single = (label: string): CodeSet => ({
  half: 'G1',
  wide: false,
  read: (bytes) => decoderOf(label).decode(bytes),
});

/** JIS X 0212: EUC-JP has a byte before each pair. */
const supplementary = (bytes: Uint8Array): string => {
  const with8F = new Uint8Array(Math.floor(bytes.length / 2) * 3);
  for (let i = 0, to = 0; i + 1 < bytes.length; i += 2) {
    with8F[to++] = 0x8f;
    with8F[to++] = (bytes[i] ?? 0) | 0x80;
    with8F[to++] = (bytes[i + 1] ?? 0) | 0x80;
  }
  return decoderOf('euc-jp').decode(with8F);
};

const ascii: CodeSet = {
  half: 'G0',
  wide: false,
  read: (bytes) => decoderOf('latin1').decode(bytes),
};

/** By the characters after ESC. */
const SETS: Readonly<Record<string, CodeSet>> = {
  '(B': ascii,
  '(J': ascii,
  ')I': single('shift_jis'),
  '-A': single('iso-8859-1'),
  '-B': single('iso-8859-2'),
  '-C': single('iso-8859-3'),
  '-D': single('iso-8859-4'),
  '-F': single('iso-8859-7'),
  '-G': single('iso-8859-6'),
  '-H': single('iso-8859-8'),
  '-L': single('iso-8859-5'),
  '-M': single('iso-8859-9'),
  '-b': single('iso-8859-15'),
  '-T': single('windows-874'),
  $B: { half: 'G0', wide: true, read: (bytes) => decoderOf('euc-jp').decode(high(bytes)) },
  '$@': { half: 'G0', wide: true, read: (bytes) => decoderOf('euc-jp').decode(high(bytes)) },
  '$(D': { half: 'G0', wide: true, read: supplementary },
  '$)C': { half: 'G1', wide: true, read: (bytes) => decoderOf('euc-kr').decode(bytes) },
  '$)A': { half: 'G1', wide: true, read: (bytes) => decoderOf('gbk').decode(bytes) },
};

const ESC = 0x1b;
const BACKSLASH = 0x5c;

/** Code sets that the defined terms of Specific Character Set have in G1 before any escape sequence. */
const INITIAL: Readonly<Record<string, CodeSet>> = {
  'ISO 2022 IR 13': single('shift_jis'),
  'ISO 2022 IR 100': single('iso-8859-1'),
  'ISO 2022 IR 101': single('iso-8859-2'),
  'ISO 2022 IR 109': single('iso-8859-3'),
  'ISO 2022 IR 110': single('iso-8859-4'),
  'ISO 2022 IR 126': single('iso-8859-7'),
  'ISO 2022 IR 127': single('iso-8859-6'),
  'ISO 2022 IR 138': single('iso-8859-8'),
  'ISO 2022 IR 144': single('iso-8859-5'),
  'ISO 2022 IR 148': single('iso-8859-9'),
  'ISO 2022 IR 203': single('iso-8859-15'),
  'ISO 2022 IR 166': single('windows-874'),
};

const escapeAt = (bytes: Uint8Array, at: number): string | null => {
  for (const length of [3, 2]) {
    const name = String.fromCharCode(...bytes.subarray(at + 1, at + 1 + length));
    if (SETS[name] !== undefined) return name;
  }
  return null;
};

/** Controls and delimiters after which the first code sets hold again (PS3.5 6.1.2.5.3). */
const resets = (byte: number, name: boolean): boolean =>
  byte === 0x0a ||
  byte === 0x0c ||
  byte === 0x0d ||
  byte === 0x09 ||
  byte === BACKSLASH ||
  (name && (byte === 0x5e || byte === 0x3d));

/**
 * Reads text with code extensions (ISO 2022).
 * @param first the first defined term of Specific Character Set; empty for ASCII
 * @param name of VR PN, whose components and groups are delimited
 */
export const readIso2022 = (bytes: Uint8Array, first: string, name: boolean): string => {
  const initial = { G0: ascii, G1: INITIAL[first] ?? single('iso-8859-1') };
  let { G0, G1 } = initial;
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === ESC) {
      const named = escapeAt(bytes, at);
      const set = named === null ? undefined : SETS[named];
      if (named === null || set === undefined) {
        text += '�';
        at++;
        continue;
      }
      if (set.half === 'G0') G0 = set;
      else G1 = set;
      at += 1 + named.length;
      continue;
    }
    if (G0.wide && byte > 0x20 && byte < 0x7f) {
      let end = at;
      while (end + 1 < bytes.length && (bytes[end] ?? 0) > 0x20 && (bytes[end] ?? 0) < 0x7f)
        end += 2;
      text += G0.read(bytes.subarray(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1);
      continue;
    }
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      if (resets(byte, name)) ({ G0, G1 } = initial);
      at++;
      continue;
    }
    let end = at;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end++;
    text += G1.read(bytes.subarray(at, end));
    at = end;
  }
  return text;
};
