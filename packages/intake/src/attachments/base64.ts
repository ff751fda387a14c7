const ONLY_BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Decodes the content of a JSON string in base64 as it comes: `\/` is a slash there, and blanks between lines (also
 * escaped) mean nothing.
 */
export const base64Decoder = () => {
  let carried = '';
  let padded = false;
  let invalid = false;
  const take = (text: string): Uint8Array | null => {
    if (!ONLY_BASE64.test(text) || (padded && text !== '')) invalid = true;
    if (text.endsWith('=')) padded = true;
    return invalid ? null : Buffer.from(text, 'base64');
  };
  return {
    /** @returns what could be decoded by now; null where it is no base64 */
    push: (raw: Uint8Array): Uint8Array | null => {
      const text = carried + Buffer.from(raw).toString('latin1');
      // A backslash at the end goes with what follows it.
      const open = text.endsWith('\\') ? 1 : 0;
      const plain = text
        .slice(0, text.length - open)
        .replaceAll('\\/', '/')
        .replace(/\\[nrt]|\s/g, '');
      const whole = plain.length - (plain.length % 4);
      carried = plain.slice(whole) + text.slice(text.length - open);
      return take(plain.slice(0, whole));
    },
    /** @returns the last bytes; null where it is no base64 */
    end: (): Uint8Array | null => take(carried),
  };
};
