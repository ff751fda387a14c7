const LINE = 13;

/**
 * The body of the first part of a multipart answer (PS3.18 8.6).
 * @throws RangeError where it is not whole
 */
export const firstPart = (body: Uint8Array): Uint8Array => {
  const text = (from: number, to: number) => String.fromCharCode(...body.subarray(from, to));
  for (let at = 0; at + 3 < Math.min(body.length, 4_096); at++) {
    if (body[at] !== LINE || text(at, at + 4) !== '\r\n\r\n') continue;
    const length = Number(/content-length:\s*(\d+)/i.exec(text(0, at))?.[1] ?? Number.NaN);
    const part = body.subarray(at + 4, at + 4 + length);
    if (part.length !== length) break;
    return part;
  }
  throw new RangeError('The frame did not come whole.');
};
