import { type AuditRecord, auditRecord, originOf } from '@nodp/database';
import type { Refused } from './access.ts';

/** Refusals of one account that are recorded one by one in a minute; further ones are counted, and recorded together. */
export const ONE_BY_ONE = 20;
const MINUTE = 60_000;

interface Window {
  readonly since: number;
  refusals: number;
  /** What the row of those that were only counted says of the first of them. */
  first: AuditRecord | null;
  counted: number;
}

/**
 * Records refused operations, so that one account cannot fill the access audit with them: of each account and minute so
 * many rows, and one more that says how many others there were.
 */
export const boundedRefusals = (
  write: (event: AuditRecord) => Promise<void>,
  onError: (error: Error) => void,
) => {
  const windows = new Map<string, Window>();

  /** Writes what was only counted in the windows that have ended. */
  const flush = async (now: number): Promise<void> => {
    const ended = [...windows].filter(([, { since }]) => now - since >= MINUTE);
    for (const [account] of ended) windows.delete(account);
    await Promise.all(
      ended.flatMap(([, { first, counted }]) =>
        first === null ? [] : [write({ ...first, detail: { refusals: counted } })],
      ),
    );
  };
  const timer = setInterval(() => flush(Date.now()).catch(onError), MINUTE / 6);
  timer.unref();

  const record: Refused = async (context) => {
    const now = Date.now();
    const event = auditRecord(context.principal, originOf(context), 'refused');
    const known = windows.get(event.accountId);
    if (known !== undefined && now - known.since >= MINUTE) await flush(now);
    const window = windows.get(event.accountId) ?? {
      since: now,
      refusals: 0,
      first: null,
      counted: 0,
    };
    windows.set(event.accountId, window);
    window.refusals++;
    if (window.refusals <= ONE_BY_ONE) return write(event);
    window.first ??= event;
    window.counted++;
  };

  return {
    record,
    /** What was only counted is written before the platform ends. */
    end: async (): Promise<void> => {
      clearInterval(timer);
      await flush(Number.POSITIVE_INFINITY);
    },
  };
};
