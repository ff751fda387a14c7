import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks without showing what is typed. */
export const askHidden = async (question: string): Promise<string> => {
  process.stderr.write(question);
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
};
