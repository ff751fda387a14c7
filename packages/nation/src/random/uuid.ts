const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');

/**
 * A UUID of version 7 (RFC 9562) from what it is to hold.
 * @param milliseconds since 1970, 48 bits
 * @param high 12 bits after the version: rises within one millisecond
 * @param middle 30 bits after the variant
 * @param low 32 bits
 */
export const uuid7 = (milliseconds: number, high: number, middle: number, low: number): string => {
  const time = hex(milliseconds, 12);
  const variant = hex(((middle & 0x3fffffff) | 0x80000000) >>> 0, 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(high & 0xfff, 3)}-${variant.slice(0, 4)}-${variant.slice(4)}${hex(low >>> 0, 8)}`;
};
