const decoders = new Map<string, TextDecoder>();

/** A decoder that puts U+FFFD where bytes mean nothing. */
export const decoderOf = (label: string): TextDecoder => {
  let found = decoders.get(label);
  if (found === undefined) {
    found = new TextDecoder(label, { ignoreBOM: true });
    decoders.set(label, found);
  }
  return found;
};

/** Text, or null where the bytes are no text of this character set. */
export const strictly = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
