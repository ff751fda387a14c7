import { inflateRawSync } from 'node:zlib';
import { type Bytes, bytesOf } from './bytes.ts';
import { asciiOf, type DataSet, type Encoding, type Part10 } from './element.ts';
import { elementReader, isVr } from './elements.ts';
import { DicomFault } from './fault.ts';

export const IMPLICIT = '1.2.840.10008.1.2';
export const EXPLICIT = '1.2.840.10008.1.2.1';
export const DEFLATED = '1.2.840.10008.1.2.1.99';
export const BIG_ENDIAN = '1.2.840.10008.1.2.2';

/** What a deflated data set may unpack to, bytes: it is unpacked at once, and nobody else is answered meanwhile. */
const MOST_INFLATED = 128 * 2 ** 20;

const encodingOf = (transferSyntax: string): Encoding => ({
  explicit: transferSyntax !== IMPLICIT,
  littleEndian: transferSyntax !== BIG_ENDIAN,
});

/** Groups that a data set without a header begins with. */
const FIRST_GROUPS = new Set([0x0002, 0x0008, 0x0010]);

/** The encoding of a data set that nothing announces, by its first element; null where it looks like none. */
const guessed = (bytes: Bytes, at: number): Encoding | null => {
  if (at + 8 > bytes.size) return null;
  const head = bytes.read(at, 8);
  const vr = head.toString('latin1', 4, 6);
  const explicit = isVr(vr);
  for (const littleEndian of [true, false]) {
    const group = littleEndian ? head.readUInt16LE(0) : head.readUInt16BE(0);
    if (!FIRST_GROUPS.has(group)) continue;
    if (explicit) return { explicit, littleEndian };
    const length = littleEndian ? head.readUInt32LE(4) : head.readUInt32BE(4);
    if (length <= bytes.size - at) return { explicit, littleEndian };
  }
  return null;
};

const syntaxOf = ({ explicit, littleEndian }: Encoding): string => {
  if (!explicit) return IMPLICIT;
  return littleEndian ? EXPLICIT : BIG_ENDIAN;
};

const inflated = (bytes: Bytes, from: number): Bytes => {
  try {
    return bytesOf(
      inflateRawSync(bytes.read(from, bytes.size - from), { maxOutputLength: MOST_INFLATED }),
    );
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new DicomFault('too-large', `Unpacked it has more than ${MOST_INFLATED} bytes.`);
    if (code === 'Z_BUF_ERROR')
      throw new DicomFault('truncated', 'The deflated data set ends before its end.');
    throw new DicomFault('malformed', 'The data set is announced as deflated and is not.');
  }
};

/** Where the data set of a file begins, and what stands before it. @throws DicomFault */
const openedAt = (bytes: Bytes) => {
  const marked = bytes.size >= 132 && bytes.read(128, 4).toString('latin1') === 'DICM';
  // Where a tool cut the header off, a pad byte of it may be left.
  const start = guessed(bytes, 0) === null && guessed(bytes, 1) !== null ? 1 : 0;
  const from = marked ? 132 : start;
  const first = guessed(bytes, from);
  if (first === null)
    throw new DicomFault(
      'not-dicom',
      marked ? 'No data set follows “DICM”.' : 'It begins as no DICOM file does.',
    );
  const reader = elementReader(bytes);
  // The header is in explicit little endian (PS3.10 7.1), but for writers that did not know.
  const { set: meta, next } = reader.groupFrom(from, '0002', { ...first, littleEndian: true });
  return { reader, meta, next, announced: asciiOf(bytes, meta, '00020010') };
};

/** The encoding that is announced or, where none is, looks like it. @throws DicomFault */
const encodingAt = (
  bytes: Bytes,
  { next, announced }: Pick<ReturnType<typeof openedAt>, 'next' | 'announced'>,
): { readonly encoding: Encoding; readonly transferSyntax: string } => {
  const encoding = announced === '' ? guessed(bytes, next) : encodingOf(announced);
  if (encoding === null)
    throw new DicomFault('not-dicom', 'No transfer syntax is named, and the data set is in none.');
  return { encoding, transferSyntax: announced === '' ? syntaxOf(encoding) : announced };
};

/** Where the data set of a file begins, and in which transfer syntax it is. @throws DicomFault */
export const dataSetOf = (
  bytes: Bytes,
): { readonly at: number; readonly transferSyntax: string } => {
  const opened = openedAt(bytes);
  return { at: opened.next, transferSyntax: encodingAt(bytes, opened).transferSyntax };
};

/**
 * Reads a file of PS3.10: with or without preamble and file meta information, in any transfer syntax. Values stay where they are.
 * @throws DicomFault that says what is wrong and where
 */
export const readPart10 = (bytes: Bytes): Part10 => {
  const opened = openedAt(bytes);
  const { reader, meta, next, announced } = opened;
  if (announced === DEFLATED) {
    const unpacked = inflated(bytes, next);
    const encoding = encodingOf(DEFLATED);
    return {
      ...{ meta, transferSyntax: announced, encoding, bytes: unpacked },
      data: elementReader(unpacked).setFrom(0, encoding),
    };
  }
  const { encoding, transferSyntax } = encodingAt(bytes, opened);
  const data: DataSet = reader.setFrom(next, encoding);
  if (data.size === 0) throw new DicomFault('truncated', 'The file ends after its header.');
  return { meta, data, transferSyntax, encoding, bytes };
};
