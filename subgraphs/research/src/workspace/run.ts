import { fork } from 'node:child_process';
import type { Label } from '@nodp/terminology';
import type { Answer, Order } from './protocol.ts';

/** Milliseconds that a statement may take, and making a file of rows. */
export const STATEMENT_TIME = 20_000;
const PREPARING_TIME = 15 * 60_000;
/** Statements that run at once in one server, and that wait beside them. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

const OVER: Label = {
  en: `The statement took longer than ${STATEMENT_TIME / 1000} seconds, or more memory than it may, and was ended. Ask less at once.`,
  zh: `语句超过${STATEMENT_TIME / 1000}秒或超出内存限制，已终止。请缩小查询范围。`,
};
const CANCELLED: Label = { en: 'The statement was cancelled.', zh: '语句已取消。' };
const BUSY: Label = {
  en: 'Too many statements wait. Try again in a minute.',
  zh: '等待的语句过多，请稍后再试。',
};
const OWN: Label = {
  en: 'A statement of yours runs already. Cancel it, or wait for its answer.',
  zh: '您已有一条语句正在执行，请先取消或等待结果。',
};
const refused = (words: Label): Answer => ({ kind: 'refused', words });

let running = 0;
const waiting: (() => void)[] = [];
/** What ends the statement of an account. */
const owned = new Map<string, () => void>();

const turn = async (): Promise<void> => {
  if (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  running++;
};
const over = (): void => {
  running--;
  waiting.shift()?.();
};

/**
 * Runs one order in a process of its own, without this one's environment.
 * @param time ms after which it is ended
 */
export const runApart = (
  order: Order,
  signal?: AbortSignal,
  time = order.kind === 'prepare' ? PREPARING_TIME : STATEMENT_TIME,
): Promise<Answer> =>
  new Promise((done, fail) => {
    const child = fork(new URL('./process.ts', import.meta.url), {
      serialization: 'advanced',
      env: {},
      execArgv: ['--max-old-space-size=768'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let answer: Answer | null = null;
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(end, time);
    signal?.addEventListener('abort', end, { once: true });
    child.on('message', (found: Answer) => {
      answer = found;
    });
    child.once('error', fail);
    child.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (answer?.kind === 'failed') fail(new Error(answer.message));
      else done(answer ?? refused(signal?.aborted ? CANCELLED : OVER));
    });
    child.send(order, (error) => error && fail(error));
  });

/** Runs the statement of an account, one of each at a time. */
export const runStatement = async (account: string, order: Order): Promise<Answer> => {
  if (owned.has(account)) return refused(OWN);
  if (waiting.length >= MOST_WAITING) return refused(BUSY);
  const ending = new AbortController();
  owned.set(account, () => ending.abort());
  try {
    await turn();
    try {
      return ending.signal.aborted ? refused(CANCELLED) : await runApart(order, ending.signal);
    } finally {
      over();
    }
  } finally {
    owned.delete(account);
  }
};

/** Ends the statement of an account. @returns whether there was one */
export const cancelStatement = (account: string): boolean => {
  const end = owned.get(account);
  end?.();
  return end !== undefined;
};
