const BYTES = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const byte = (n: number): string => BYTES[n & 255] as string;
const pair = (n: number): string => byte(n >>> 8) + byte(n);

/** The first 14 characters of a UUID of version 7, from milliseconds since 1970 (48 bits). */
export const uuid7Time = (milliseconds: number): string => {
  const high = Math.floor(milliseconds / 65536);
  return `${pair(high >>> 16)}${pair(high)}-${pair(milliseconds % 65536)}-`;
};

/**
 * A UUID of version 7 (RFC 9562).
 * @param time from `uuid7Time`
 * @param rising 12 bits that rise within one millisecond
 * @param a 30 bits of chance
 * @param b 32 bits of chance
 */
export const uuid7 = (time: string, rising: number, a: number, b: number): string =>
  `${time}7${pair(rising & 0xfff).slice(1)}-${pair(((a >>> 16) & 0x3fff) | 0x8000)}-${pair(a)}${pair(b >>> 16)}${pair(b)}`;
