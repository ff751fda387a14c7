/**
 * What a table says of a code that somebody sent; null where it does not have it. An object of JavaScript has an answer of
 * its own for `constructor` or `__proto__`, which a code may be.
 */
export const own = <T>(table: Readonly<Record<string, T>>, code: string): T | null =>
  Object.hasOwn(table, code) ? (table[code] ?? null) : null;
