import { createGunzip } from 'node:zlib';

/** A body that cannot be taken: the HTTP status and the reason. */
export class BodyRefused extends Error {
  readonly status: 400 | 413 | 415 | 429;
  constructor(status: 400 | 413 | 415 | 429, message: string) {
    super(message);
    this.status = status;
  }
}

const tooLarge = (limit: number): BodyRefused =>
  new BodyRefused(
    413,
    `The body is larger than ${Math.round(limit / 2 ** 20)} MB (uncompressed). Send it in parts: of FHIR one Bundle for each patient is a good size.`,
  );

async function* gunzip(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpack = createGunzip();
  const feed = (async () => {
    for await (const part of parts) {
      if (!unpack.write(part)) await new Promise((next) => unpack.once('drain', next));
    }
    unpack.end();
  })();
  feed.catch((error: Error) => unpack.destroy(error));
  yield* unpack;
  await feed;
}

export const noRoom = (): BodyRefused =>
  new BodyRefused(
    429,
    'More is being taken in than has room. Send it again in a moment: nothing of it was taken.',
  );

const EMPTY = 'The body is empty. Send records in it.';

/**
 * A body as it comes, unpacked when it is gzip. Throws `BodyRefused` where it is larger than the limit, empty or no sound gzip.
 * @param limit in bytes, of the unpacked content
 */
export async function* bodyParts(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new BodyRefused(415, `Content-Encoding ${encoding} is not taken. Send gzip or none.`);
  }
  if (encoding === 'identity' && Number(request.headers.get('content-length') ?? 0) > limit) {
    throw tooLarge(limit);
  }
  if (request.body === null) throw new BodyRefused(400, EMPTY);
  const raw = request.body as unknown as AsyncIterable<Uint8Array>;
  let size = 0;
  try {
    for await (const part of encoding === 'gzip' ? gunzip(raw) : raw) {
      size += part.byteLength;
      if (size > limit) throw tooLarge(limit);
      yield part;
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code?.startsWith('Z_') || code?.startsWith('ERR_')) {
      throw new BodyRefused(400, 'The body is no sound gzip. Send it packed again, or unpacked.');
    }
    throw error;
  }
  if (size === 0) throw new BodyRefused(400, EMPTY);
}

/**
 * Reads a whole body; no more of it than the limit is ever held.
 * @param pass what of the unpacked content is held: long attachments may be stored as they come
 * @param hold whether there is room for so many bytes more
 */
export const readBody = async (
  request: Request,
  limit: number,
  {
    pass = (parts) => parts,
    hold = () => true,
  }: {
    readonly pass?: (parts: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
    readonly hold?: (bytes: number) => boolean;
  } = {},
): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of pass(bodyParts(request, limit))) {
    if (!hold(part.byteLength)) throw noRoom();
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** A short body as JSON; null where it is longer than the limit (bytes) or none. */
export const readJson = async (request: Request, limit: number): Promise<unknown> => {
  try {
    return JSON.parse(new TextDecoder().decode(await readBody(request, limit)));
  } catch (error) {
    if (error instanceof BodyRefused || error instanceof SyntaxError) return null;
    throw error;
  }
};
