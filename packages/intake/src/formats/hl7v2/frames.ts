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

/** From so many bytes on a piece is held as it came; smaller ones are put together, since each costs a hundred bytes beside its own. */
const LARGE_PIECE = 4_096;
const SLAB = 65_536;

/** Bytes that come in pieces, however small. */
const gathered = () => {
  const parts: Uint8Array[] = [];
  let slab: Uint8Array = new Uint8Array(0);
  let used = 0;
  const closeSlab = (): void => {
    if (used > 0) parts.push(slab.subarray(0, used));
    slab = slab.subarray(used);
    used = 0;
  };
  return {
    add: (piece: Uint8Array): void => {
      if (piece.length === 0) return;
      const isFirst = parts.length === 0 && used === 0;
      if (isFirst || piece.length >= LARGE_PIECE) {
        closeSlab();
        parts.push(piece);
        return;
      }
      if (used + piece.length > slab.length) {
        closeSlab();
        slab = new Uint8Array(SLAB);
      }
      slab.set(piece, used);
      used += piece.length;
    },
    whole: (): Uint8Array => {
      closeSlab();
      return Buffer.concat(parts);
    },
  };
};

/**
 * Takes the bytes of a connection apart into messages, wherever the chunks part them. The signs of a frame stand in no
 * character of UTF-8, GB 18030 or ISO 8859, so that bytes are examined and no text.
 * @param longest bytes of one message; nothing longer is ever held
 */
export const frameReader = (longest: number = LONGEST_MESSAGE) => {
  let inside = false;
  let tooLong = false;
  let held = gathered();
  let length = 0;

  const hold = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) {
      tooLong = true;
      held = gathered();
    } else held.add(part);
  };
  const begin = (): void => {
    inside = true;
    tooLong = false;
    held = gathered();
    length = 0;
  };

  return (chunk: Uint8Array): Frame[] => {
    const frames: Frame[] = [];
    let at = 0;
    // Found once and not again for each frame: a chunk may hold as many beginnings as bytes.
    let end = -2;
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
      if (end !== -1 && end < at) end = chunk.indexOf(END, at);
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
      frames.push(tooLong ? { tooLong: true } : { message: held.whole() });
      inside = false;
      held = gathered();
      at = end + 1;
    }
    return frames;
  };
};

/** A message as it goes over the wire. */
export const framed = (message: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([START]), message, Buffer.from([END, CR])]);
