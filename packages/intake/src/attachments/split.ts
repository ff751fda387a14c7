import { placeholderOf, TOO_LONG_PLACEHOLDER } from '@nodp/record/fhir';
import { base64Decoder } from './base64.ts';

/** Takes one attachment, piece by piece. */
export interface AttachmentSink {
  write(bytes: Uint8Array): Promise<void>;
  /** @returns SHA-256 (hex) of what was written, which is kept from now on */
  end(): Promise<string>;
  /** Forgets what was written. */
  drop(): Promise<void>;
}

/** Bytes of an attachment, at most. */
const MOST = 50 * 2 ** 20;
/** Characters of base64 up to which an attachment stays in its resource: as long as FHIR R4 lets a string be. */
const LONG = 2 ** 20;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** An attachment's content stands under this key (Attachment.data, Binary.data). */
const OPENS_DATA = /"data"\s{0,16}:\s{0,16}"$/;
/** As much of what came before as the key and its blanks may take. */
const LOOK_BACK = 48;

/** One attachment on its way; what it turned out to be stands in its place in the end. */
const attachment = async (begin: () => Promise<AttachmentSink>) => {
  const sink = await begin();
  const decode = base64Decoder();
  let bytes = 0;
  let state: 'open' | 'invalid' | 'too-long' | 'closed' = 'open';
  const put = async (decoded: Uint8Array | null): Promise<void> => {
    if (state !== 'open') return;
    bytes += decoded?.byteLength ?? 0;
    if (decoded === null) state = 'invalid';
    else if (bytes > MOST) state = 'too-long';
    if (state === 'open') await sink.write(decoded as Uint8Array);
    else await sink.drop();
  };
  return {
    write: (raw: Uint8Array) => (state === 'open' ? put(decode.push(raw)) : Promise.resolve()),
    end: async (): Promise<string> => {
      await put(decode.end());
      if (state === 'too-long') return TOO_LONG_PLACEHOLDER;
      // No base64, so that the check of the structure names the place.
      if (state === 'invalid') return '?';
      state = 'closed';
      return placeholderOf(await sink.end(), bytes);
    },
    leave: async (): Promise<void> => {
      if (state === 'open') await sink.drop();
    },
  };
};

/**
 * Passes the bytes of a JSON text in UTF-8 on, but for attachments longer than 1 MiB: those go to a sink as they come, so
 * that none is ever held whole, and a short placeholder stands for each.
 */
export async function* withoutLongAttachments(
  chunks: AsyncIterable<Uint8Array>,
  begin: () => Promise<AttachmentSink>,
): AsyncIterable<Uint8Array> {
  let inString = false;
  let escaped = false;
  let isData = false;
  /** Content of a string that may become long: not passed on yet. */
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let apart: Awaited<ReturnType<typeof attachment>> | null = null;
  let before = Buffer.alloc(0);
  const remember = (passed: Uint8Array) => {
    before = Buffer.concat([before, passed.subarray(-LOOK_BACK)]).subarray(-LOOK_BACK);
  };
  const setApart = async () => {
    const begun = await attachment(begin);
    for (const part of held) await begun.write(part);
    [held, heldBytes] = [[], 0];
    return begun;
  };
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at];
        if (!inString) {
          if (byte !== QUOTE) continue;
          const passed = chunk.subarray(from, at + 1);
          remember(passed);
          yield passed;
          from = at + 1;
          inString = true;
          isData = OPENS_DATA.test(before.toString('latin1'));
        } else if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          const content = chunk.subarray(from, at);
          if (isData && apart === null && heldBytes + content.length > LONG)
            apart = await setApart();
          if (apart !== null) {
            await apart.write(content);
            yield Buffer.from(await apart.end(), 'latin1');
            apart = null;
          } else {
            yield* held;
            yield content;
          }
          remember(content);
          [held, heldBytes, inString, isData] = [[], 0, false, false];
          from = at;
        }
      }
      const rest = chunk.subarray(from);
      if (rest.length === 0) continue;
      if (apart !== null) await apart.write(rest);
      else if (!isData) {
        remember(rest);
        yield rest;
      } else {
        held.push(rest);
        heldBytes += rest.length;
        if (heldBytes > LONG) apart = await setApart();
      }
    }
    yield* held;
  } finally {
    await apart?.leave();
  }
}
