const LINE = 13;

/** How far from the end of one part the next one's content begins. */
const MOST_HEADER = 4_096;

/**
 * The bodies of a multipart answer (PS3.18 8.6), each with its length said.
 * @throws RangeError where one is not whole, or there is none
 */
export const partsOf = (body: Uint8Array): Uint8Array[] => {
  const text = (from: number, to: number) => String.fromCharCode(...body.subarray(from, to));
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at + 3 < Math.min(body.length, from + MOST_HEADER); at++) {
    if (body[at] !== LINE || text(at, at + 4) !== '\r\n\r\n') continue;
    const length = Number(/content-length:\s*(\d+)/i.exec(text(from, at))?.[1] ?? Number.NaN);
    const part = body.subarray(at + 4, at + 4 + length);
    if (part.length !== length) throw new RangeError('The frame did not come whole.');
    parts.push(part);
    from = at + 4 + length;
    at = from;
  }
  if (parts.length === 0) throw new RangeError('The frame did not come whole.');
  return parts;
};

/** @throws RangeError where it is not whole */
export const firstPart = (body: Uint8Array): Uint8Array => partsOf(body)[0] as Uint8Array;
