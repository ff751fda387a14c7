import { fork } from 'node:child_process';
import type { Label } from '@nodp/terminology';
import { besideReleases } from '../beside-releases.ts';
import type { Answer, Order } from './protocol.ts';

/** Milliseconds that a statement may take, and making a file of rows. */
const STATEMENT_TIME = 20_000;
const PREPARING_TIME = 15 * 60_000;
/** Statements that run at once in one server, and that wait beside them. */
const AT_ONCE = 2;
const MOST_WAITING = 20;
/** Statements of one account that run or wait: a page asks some at once. */
const MOST_OWN = 4;

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
  en: `${MOST_OWN} statements of yours run or wait already. Cancel them, or wait for their answers.`,
  zh: `您已有${MOST_OWN}条语句正在执行或等待，请先取消或等待结果。`,
};
const refused = (words: Label): Answer => ({ kind: 'refused', words });

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

/** What ends the statements of an account, and when the last of them is over: they run one after another. */
interface Line {
  readonly ending: Set<AbortController>;
  last: Promise<unknown>;
}

/** The statements of one server: a few run at once, an account's one after another. */
class Statements {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #lines = new Map<string, Line>();

  async #inTurn(order: Order, { signal }: AbortController): Promise<Answer> {
    if (signal.aborted) return refused(CANCELLED);
    if (this.#running >= AT_ONCE) await new Promise<void>((next) => this.#waiting.push(next));
    this.#running++;
    try {
      return signal.aborted ? refused(CANCELLED) : await runApart(order, signal);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Runs the statement of an account. */
  async run(account: string, order: Order): Promise<Answer> {
    const line = this.#lines.get(account) ?? { ending: new Set(), last: Promise.resolve() };
    this.#lines.set(account, line);
    if (line.ending.size >= MOST_OWN) return refused(OWN);
    if (this.#waiting.length >= MOST_WAITING) return refused(BUSY);
    const ending = new AbortController();
    line.ending.add(ending);
    const answer = line.last.then(() => this.#inTurn(order, ending));
    line.last = answer.catch(() => {});
    try {
      return await answer;
    } finally {
      line.ending.delete(ending);
      if (line.ending.size === 0) this.#lines.delete(account);
    }
  }

  /** Ends the statements of an account. @returns whether there were any */
  cancel(account: string): boolean {
    const line = this.#lines.get(account);
    for (const ending of line?.ending ?? []) ending.abort();
    return line !== undefined;
  }
}

export const statementsOf = besideReleases(() => new Statements());
