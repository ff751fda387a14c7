/** A body in parts that is not one; the message says where. */
export class MultipartRefused extends Error {}

export interface Part {
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it comes; what is left of it when the next part is asked for is passed over. */
  readonly body: AsyncIterable<Uint8Array>;
}

const LONGEST_HEADERS = 16 * 1024;
const CRLF = Buffer.from('\r\n');

/** The boundary of a content type; null where it is no multipart of that kind with one. */
export const boundaryOf = (contentType: string, kind: 'related' | 'form-data'): string | null => {
  const [, said] = /^\s*multipart\/([a-z-]+)/i.exec(contentType) ?? [];
  if (said?.toLowerCase() !== kind) return null;
  const [, quoted, plain] =
    /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
};

const headersIn = (text: string): Map<string, string> =>
  new Map(
    text.split('\r\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );

/**
 * The parts of a body of multipart (RFC 2046 5.1) as they come: no more is held than what could be the beginning of a boundary.
 * @throws MultipartRefused where the body does not begin with the boundary or ends before its last
 */
export async function* multipartParts(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const coming = source[Symbol.asyncIterator]();
  // As if a line ended before it, so that the first boundary is like the others.
  let held: Buffer = CRLF;
  let ended = false;
  const pull = async (): Promise<boolean> => {
    if (ended) return false;
    const { value, done } = await coming.next();
    if (done) {
      ended = true;
      return false;
    }
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
    return true;
  };
  const cut = () => new MultipartRefused('The body ends before its last boundary.');

  /** Bytes up to the next boundary, which is passed over. */
  async function* upToBoundary(state: { over: boolean }): AsyncGenerator<Uint8Array> {
    while (!state.over) {
      const at = held.indexOf(delimiter);
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + delimiter.length);
        state.over = true;
        if (before.length > 0) yield before;
        return;
      }
      const sure = held.length - delimiter.length + 1;
      if (sure > 0) {
        const before = held.subarray(0, sure);
        held = held.subarray(sure);
        yield before;
      }
      if (!(await pull())) throw cut();
    }
  }
  const pass = async (state: { over: boolean }) => {
    for await (const _ of upToBoundary(state)) {
      // What nobody reads is passed over.
    }
  };

  try {
    await pass({ over: false });
    for (;;) {
      while (held.length < 2) if (!(await pull())) throw cut();
      if (held.subarray(0, 2).toString('latin1') === '--') return;
      // Blanks may follow a boundary.
      let line = held.indexOf(CRLF);
      while (line < 0) {
        if (held.length > LONGEST_HEADERS)
          throw new MultipartRefused('A boundary’s line does not end.');
        if (!(await pull())) throw cut();
        line = held.indexOf(CRLF);
      }
      held = held.subarray(line);
      let end = held.indexOf('\r\n\r\n');
      while (end < 0) {
        if (held.length > LONGEST_HEADERS)
          throw new MultipartRefused('A part’s headers do not end.');
        if (!(await pull())) throw cut();
        end = held.indexOf('\r\n\r\n');
      }
      const headers = headersIn(held.toString('utf8', 2, Math.max(2, end)));
      // The last end of a line may be the boundary's.
      held = held.subarray(end + 4);
      const state = { over: false };
      yield { headers, body: upToBoundary(state) };
      await pass(state);
    }
  } finally {
    await coming.return?.();
  }
}
