/** MLLP (HL7 v2.5.1, Transport Specification: MLLP release 1): `<VT>` message `<FS><CR>`. */
const [START, END, CR] = [0x0b, 0x1c, 0x0d];

/** The longest message that is held: reports come with documents in base64. */
export const LONGEST_MESSAGE = 50 * 2 ** 20;

export type Frame =
  | { readonly message: Uint8Array }
  /** What came is longer than is taken; the rest of it is passed over. */
  | { readonly tooLong: true }
  /** Bytes that stand in no frame. */
  | { readonly stray: number };

/** Line ends and NUL between frames come from peers that end them with more than they should: they mean nothing. */
const isPadding = (byte: number): boolean => byte === CR || byte === 0x0a || byte === 0x00;

/**
 * Takes the bytes of a connection apart into messages, wherever the chunks part them. The signs of a frame stand in no
 * character of UTF-8, GB 18030 or ISO 8859, so that bytes are examined and no text.
 * @param longest bytes of one message; nothing longer is ever held
 */
export const frameReader = (longest: number = LONGEST_MESSAGE) => {
  let inside = false;
  let tooLong = false;
  let held: Uint8Array[] = [];
  let length = 0;

  const hold = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) {
      tooLong = true;
      held = [];
    } else if (part.length > 0) held.push(part);
  };
  const begin = (): void => {
    inside = true;
    tooLong = false;
    held = [];
    length = 0;
  };

  return (chunk: Uint8Array): Frame[] => {
    const frames: Frame[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (!inside) {
        const start = chunk.indexOf(START, at);
        const between = chunk.subarray(at, start === -1 ? chunk.length : start);
        const stray = between.reduce((n, byte) => n + (isPadding(byte) || byte === END ? 0 : 1), 0);
        if (stray > 0) frames.push({ stray });
        if (start === -1) return frames;
        begin();
        at = start + 1;
        continue;
      }
      const end = chunk.indexOf(END, at);
      // A second beginning means that the peer gave the first up.
      const again = chunk.indexOf(START, at);
      if (again !== -1 && (end === -1 || again < end)) {
        const lost = length + again - at;
        if (lost > 0) frames.push({ stray: lost });
        begin();
        at = again + 1;
        continue;
      }
      hold(chunk.subarray(at, end === -1 ? chunk.length : end));
      if (end === -1) return frames;
      frames.push(tooLong ? { tooLong: true } : { message: Buffer.concat(held) });
      inside = false;
      held = [];
      at = end + 1;
    }
    return frames;
  };
};

/** A message as it goes over the wire. */
export const framed = (message: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([START]), message, Buffer.from([END, CR])]);
