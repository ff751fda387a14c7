import { decode } from '@nodp/record/decode';

/** HL7 table 0211, and how senders write it beside that; by the names that `TextDecoder` knows. */
const CHARSETS: Readonly<Record<string, string>> = {
  ASCII: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  UNICODE: 'utf-8',
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'GB 18030-2000': 'gb18030',
  'GB 18030': 'gb18030',
  GB18030: 'gb18030',
  GBK: 'gb18030',
  GB2312: 'gb18030',
  'BIG-5': 'big5',
  BIG5: 'big5',
  '8859/1': 'iso-8859-1',
  '8859/2': 'iso-8859-2',
  '8859/3': 'iso-8859-3',
  '8859/4': 'iso-8859-4',
  '8859/5': 'iso-8859-5',
  '8859/6': 'iso-8859-6',
  '8859/7': 'iso-8859-7',
  '8859/8': 'iso-8859-8',
  '8859/9': 'windows-1254',
  '8859/15': 'iso-8859-15',
};

/** What MSH-18 may say, for who is told. */
const KNOWN = 'ASCII, UNICODE UTF-8, GB 18030-2000, BIG-5, 8859/1';

export type Decoded =
  | { readonly text: string; readonly charset: string }
  | { readonly problem: string };

/** Bytes of a message's first segment in which what it is in is looked for. */
const LONGEST_HEADER = 4_096;

/** The bytes of a message's first segment as characters of one byte each: its separators and MSH-18 are ASCII. */
const headerOf = (bytes: Uint8Array): string => {
  const first = bytes.subarray(0, LONGEST_HEADER);
  const end = first.findIndex((byte) => byte === 0x0d || byte === 0x0a);
  return Buffer.from(first.subarray(0, end === -1 ? first.length : end))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '');
};

/** The character set that MSH-18 names first; null where it names none. MSH-1 is the separator itself. */
const named = (header: string): string | null => {
  const separator = header[3] ?? '|';
  const repetition = header.split(separator)[1]?.[1] ?? '~';
  const said = header.split(separator)[17]?.split(repetition)[0]?.trim().toUpperCase();
  return said ? said : null;
};

/**
 * The whole message as text, before anything of it is split: in GB 18030 the second byte of a sign may be a separator
 * (0x5C, 0x7C, 0x5E, 0x7E), so that splitting bytes breaks names.
 * @param fallback what the sender's messages are in that do not say it
 */
export const decodeMessage = (bytes: Uint8Array, fallback = 'utf-8'): Decoded => {
  const said = named(headerOf(bytes));
  const charset = said === null ? fallback : CHARSETS[said];
  if (charset === undefined)
    return {
      problem: `The platform does not know the character set ${said} (MSH-18). Send one of ${KNOWN}.`,
    };
  const text = decode(bytes, charset);
  if (text === null)
    return {
      problem:
        said === null
          ? `The message is no text in ${charset}. Say in MSH-18 what it is in: ${KNOWN}.`
          : `The message is no text in ${said}, which MSH-18 names. Send it in that character set, or name the true one.`,
    };
  return { text: text.replace(/^\uFEFF/, ''), charset };
};
