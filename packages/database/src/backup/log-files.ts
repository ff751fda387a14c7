/** Names of the write-ahead log's files. Source: PostgreSQL documentation, 28.6 WAL Internals. */

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');

const FILE = /^[0-9A-F]{24}$/;

/** The file that holds a place. @param lsn `0/3000028` @param segment bytes of a file, a power of two */
export const fileOf = (timeline: number, lsn: string, segment: number): string => {
  const [high = '0', low = '0'] = lsn.split('/');
  const at = (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
  const number = at / BigInt(segment);
  const each = 0x1_0000_0000n / BigInt(segment);
  return hex(BigInt(timeline)) + hex(number / each) + hex(number % each);
};

/** Files from one to another of the same timeline, both included. */
export const filesBetween = (first: string, last: string, segment: number): string[] => {
  const each = 0x1_0000_0000n / BigInt(segment);
  const number = (file: string) =>
    BigInt(`0x${file.slice(8, 16)}`) * each + BigInt(`0x${file.slice(16)}`);
  const files: string[] = [];
  for (let n = number(first); n <= number(last); n++)
    files.push(first.slice(0, 8) + hex(n / each) + hex(n % each));
  return files;
};

/** Which files of an archive no backup needs that begins at `oldest`; histories of timelines stay. */
export const filesBefore = (archived: readonly string[], oldest: string): string[] =>
  archived.filter((name) => FILE.test(name.slice(0, 24)) && name.slice(8, 24) < oldest.slice(8));
