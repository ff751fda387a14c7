import { createHash } from 'node:crypto';
import type { IdentityCipher, Session, Statement } from '@nodp/database';
import { v7 as uuidv7 } from 'uuid';
import type { AttachmentSink } from './split.ts';

const mine = `nullif(current_setting('nodp.institution', true), '')::uuid`;
const addPart: Statement<never> = {
  text: `insert into basic.attachment_part (attachment_id, institution_id, part, content)
    values ($1::uuid, ${mine}, $2::int, $3)`,
  bind: ({ id, part, content }) => [id, part, content],
};
const close: Statement<{ readonly id: string }> = {
  text: `insert into basic.attachment (id, institution_id, sha256, bytes) values ($1::uuid, ${mine}, $2, $3::int)
    on conflict do nothing returning id`,
  bind: ({ id, sha256, bytes }) => [id, sha256, bytes],
};
const forget: Statement<never> = {
  text: `delete from basic.attachment_part where attachment_id = $1::uuid and institution_id = ${mine}`,
  bind: ({ id }) => [id],
};

/** Bytes that are sealed and stored at once. */
const PART = 2 ** 20;

/**
 * Stores attachments apart from the submissions that they came in, once for each content and institution. They name
 * patients: each part is sealed.
 * @param run opens a session for one statement, so that none waits for a slow sender
 */
export const attachmentStore =
  (run: <T>(work: (session: Session) => Promise<T>) => Promise<T>, cipher: IdentityCipher) =>
  async (): Promise<AttachmentSink> => {
    const id = uuidv7();
    const sha = createHash('sha256');
    let parts = 0;
    let bytes = 0;
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    const flush = async (): Promise<void> => {
      if (waitingBytes === 0) return;
      const content = cipher.seal(Buffer.concat(waiting));
      [waiting, waitingBytes] = [[], 0];
      await run((session) => session.run(addPart, { id, part: parts, content }));
      parts++;
    };
    const drop = async (): Promise<void> => {
      [waiting, waitingBytes] = [[], 0];
      if (parts > 0) await run((session) => session.run(forget, { id }));
    };
    return {
      write: async (piece) => {
        sha.update(piece);
        bytes += piece.byteLength;
        waiting.push(piece);
        waitingBytes += piece.byteLength;
        if (waitingBytes >= PART) await flush();
      },
      end: async () => {
        await flush();
        const sha256 = sha.digest('hex');
        const stored = await run((session) => session.run(close, { id, sha256, bytes }));
        // The same content was stored before.
        if (stored.length === 0) await drop();
        return sha256;
      },
      drop,
    };
  };
