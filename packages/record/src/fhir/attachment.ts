/** What stands in a submission where a long attachment stood that was stored apart: it is base64 itself, as FHIR wants it. */
const MARK = 'nodp attachment ';
const TOO_LONG = `${MARK}longer than 50 MB`;

const encoded = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

/** Of an attachment stored apart: its SHA-256 (hex) and bytes. */
export const placeholderOf = (sha256: string, bytes: number): string =>
  encoded(`${MARK}sha256:${sha256} ${bytes}`);

/** Of an attachment that was longer than is taken. */
export const TOO_LONG_PLACEHOLDER = encoded(TOO_LONG);

const BEGINNING = encoded(MARK).slice(0, 20);

/** Whether the data of an attachment only say where it was stored. */
export const isStoredApart = (data: string): boolean => data.startsWith(BEGINNING);
