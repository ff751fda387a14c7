/**
 * The process in which statements of a workspace run: it has no environment, opens what it is told to open, answers once and ends. Who
 * forked it ends it when its time is over.
 */
import { ask } from './ask.ts';
import type { Answer, Order } from './protocol.ts';

/** Bytes; DuckDB holds itself to its own limit, this is for what is held beside it. */
const MOST_MEMORY = 3 * 2 ** 30;
const LOOKED_AT_EVERY = 200;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(9);
}, LOOKED_AT_EVERY).unref();

const answer = async (order: Order): Promise<Answer> => {
  try {
    if (order.kind === 'ask') return await ask(order);
    // What a statement does not need is not loaded by every one.
    if (order.kind === 'oncoprint') return await (await import('./oncoprint.ts')).drawn(order);
    const { writeRowsFile } = await import('./rows-file.ts');
    return { kind: 'prepared', enough: await writeRowsFile(order) };
  } catch (error) {
    return { kind: 'failed', message: String((error as Error).stack ?? error) };
  }
};

process.once('message', (order: Order) => {
  void answer(order).then((found) => process.send?.(found, () => process.exit(0)));
});
process.once('disconnect', () => process.exit(1));
