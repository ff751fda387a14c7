import { decoderOf, strictly } from './decoders.ts';
import { readIso2022 } from './iso2022.ts';

/** Defined terms of a single character set without code extensions (PS3.3 table C.12-2, C.12-5), as the Encoding Standard calls them. */
const SINGLE: Readonly<Record<string, string>> = {
  'ISO_IR 13': 'shift_jis',
  'ISO_IR 100': 'iso-8859-1',
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 148': 'iso-8859-9',
  'ISO_IR 166': 'windows-874',
  'ISO_IR 192': 'utf-8',
  'ISO_IR 203': 'iso-8859-15',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

/** What the character set of a data set is, and what its sender writes where it declares none. */
export interface CharacterSet {
  /** Values of (0008,0005) as they stand; empty where it is not there. */
  readonly terms: readonly string[];
  /** The institution's: GB18030 where its machines write Chinese and say Latin 1; null where nothing is known. */
  readonly undeclared: string | null;
}

const plain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== 0x1b);

/** Terms under which machines write what they like: nothing declared, ASCII, and Latin 1 (dicomParser#89). */
const saysNothing = (term: string): boolean =>
  term === '' || term === 'ISO_IR 6' || term === 'ISO 2022 IR 6' || term === 'ISO_IR 100';

/**
 * The text of a value's bytes (PS3.5 6.1.2).
 * @param name of VR PN, whose delimiters end what an escape sequence designated
 */
export const readText = (
  bytes: Uint8Array,
  { terms, undeclared }: CharacterSet,
  name: boolean,
): string => {
  if (plain(bytes)) return decoderOf('latin1').decode(bytes);
  const [first = ''] = terms;
  if (terms.length <= 1 && saysNothing(first)) {
    const guess = undeclared === null ? null : strictly(undeclared, bytes);
    if (guess !== null) return guess;
    if (first === 'ISO_IR 100') return decoderOf('iso-8859-1').decode(bytes);
    return strictly('utf-8', bytes) ?? decoderOf('iso-8859-1').decode(bytes);
  }
  const label = SINGLE[first] ?? SINGLE[first.replace(/^ISO 2022 IR /, 'ISO_IR ')];
  const escapes = bytes.includes(0x1b);
  if (label !== undefined && terms.length <= 1 && !escapes) return decoderOf(label).decode(bytes);
  // Complete in themselves: code extensions beside them mean nothing.
  if (label !== undefined && ['ISO_IR 192', 'GB18030', 'GBK'].includes(first))
    return decoderOf(label).decode(bytes);
  return readIso2022(bytes, first.replace(/^ISO_IR /, 'ISO 2022 IR '), name);
};
