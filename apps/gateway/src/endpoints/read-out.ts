import type { IncomingMessage } from 'node:http';

/** Of a body that is refused: bytes that are read and let go of, and how long. */
const READ_OUT = { bytes: 64 * 1024 * 1024, milliseconds: 10_000 };

/**
 * Reads what a refused request still sends, keeping nothing: closing while the sender writes resets the connection, and the sender never
 * sees why it was refused. Resolves when the sender is done, or at the limits.
 */
export const readOut = (
  incoming: IncomingMessage | undefined,
  { bytes, milliseconds } = READ_OUT,
): Promise<void> => {
  if (incoming === undefined || incoming.destroyed || incoming.readableEnded)
    return Promise.resolve();
  // One that says it is longer is not begun.
  if (Number(incoming.headers['content-length'] ?? 0) > bytes) return Promise.resolve();
  return new Promise((done) => {
    let read = 0;
    const over = () => {
      clearTimeout(timer);
      incoming.off('data', count).off('end', over).off('close', over).off('error', over);
      done();
    };
    const count = (part: Buffer) => {
      read += part.length;
      if (read > bytes) over();
    };
    const timer = setTimeout(over, milliseconds);
    incoming.on('data', count).once('end', over).once('close', over).once('error', over);
    incoming.resume();
  });
};
