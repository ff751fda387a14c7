import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { say } from '../words/say.ts';
import type { Rows } from './source.ts';
import type { WorkbookAsked, WorkbookReply } from './workbook-thread.ts';

/** Bytes of a workbook, and of its parts unpacked: all of it lies in memory. */
const [LARGEST_PACKED, LARGEST] = [50 * 2 ** 20, 200 * 2 ** 20];
/** Megabytes of a thread: one cell in the last corner of a sheet makes as many cells as there are before it. */
const MOST_MEMORY = 1_536;
/** Milliseconds until the first rows are there. */
const PATIENCE = 180_000;
/** Workbooks that are read at once, and those that are here at all. */
const [AT_ONCE, MOST_HERE] = [2, 12];

const waiting: (() => void)[] = [];
let [reading, here] = [0, 0];

const turn = async (): Promise<void> => {
  if (reading < AT_ONCE) reading++;
  else await new Promise<void>((go) => waiting.push(go));
};
const endTurn = (): void => {
  const next = waiting.shift();
  if (next === undefined) reading--;
  else next();
};

const longIssue = () => say.longWorkbook(LARGEST / 2 ** 20);
const outOfMemory = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** What a thread that reads the workbook says, reply by reply. @throws Error that ended the thread */
async function* repliesOf(asked: WorkbookAsked, megabytes: number): AsyncGenerator<WorkbookReply> {
  const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: asked,
    transferList: [asked.bytes],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const slow = AbortSignal.timeout(PATIENCE);
  let first = true;
  const late = () => {
    if (first) void thread.terminate();
  };
  slow.addEventListener('abort', late);
  try {
    for await (const [reply] of on(thread, 'message', { close: ['exit'] })) {
      first = false;
      yield reply as WorkbookReply;
      thread.postMessage('more');
    }
    if (first) yield { kind: 'too-large' };
  } finally {
    slow.removeEventListener('abort', late);
    await thread.terminate();
  }
}

async function* rowsIn(bytes: ArrayBuffer, sheet: string | undefined, megabytes: number): Rows {
  try {
    for await (const reply of repliesOf({ bytes, sheet, largest: LARGEST }, megabytes)) {
      if (reply.kind === 'rows') yield { rows: reply.rows, of: reply.of };
      else if (reply.kind === 'no-sheet')
        yield { issue: say.noSheet(sheet ?? '', reply.names), line: 1 };
      else yield { issue: reply.kind === 'broken' ? say.brokenWorkbook() : longIssue(), line: 1 };
      if (reply.kind !== 'rows' || reply.last) return;
    }
  } catch (error) {
    if (!outOfMemory(error)) throw error;
    yield { issue: longIssue(), line: 1 };
  }
}

/**
 * The rows of a sheet of an Excel workbook (.xlsx): dates as days, numbers as they are, formulas by what they gave. It is read in a
 * thread with limits of memory and time: an ordinary one of 50,000 rows held the process for a second, and a small file that names a
 * cell in the last column of the last row ended it.
 * @param asked the sheet by its name; else the first that holds rows
 * @param megabytes of memory that reading may take
 */
export async function* workbookRows(
  bytes: AsyncIterable<Uint8Array>,
  asked?: string,
  megabytes = MOST_MEMORY,
): Rows {
  if (here >= MOST_HERE) {
    yield { issue: say.busyWorkbooks(), line: 1 };
    return;
  }
  here++;
  try {
    const parts: Uint8Array[] = [];
    let packed = 0;
    for await (const part of bytes) {
      packed += part.byteLength;
      if (packed > LARGEST_PACKED) {
        yield { issue: longIssue(), line: 1 };
        return;
      }
      parts.push(part);
    }
    const whole = new Uint8Array(packed);
    let at = 0;
    for (const part of parts.splice(0)) {
      whole.set(part, at);
      at += part.byteLength;
    }
    await turn();
    try {
      yield* rowsIn(whole.buffer, asked, megabytes);
    } finally {
      endTurn();
    }
  } finally {
    here--;
  }
}
