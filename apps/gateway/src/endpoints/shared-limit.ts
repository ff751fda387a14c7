import { type Database, type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { platformPrincipal } from '../auth/platform-principal.ts';

const p = sql.placeholder;
const takePoints = sqlStatement<{ taken: string; endsAt: string }>(sql`
  select taken::text, ends_at::text as ends_at from basic.take_points(${p('key')}, ${p('points')}::bigint, ${p('seconds')}::int,
    ${p('at')}::timestamptz)`);

/** How much one caller may take in a window of some seconds. */
interface Limit {
  readonly points: number;
  readonly duration: number;
  /** Points that a gateway may take before it tells the others: none where every one counts. */
  readonly slack?: number;
}

export interface SharedLimit {
  /** Takes points. @returns seconds to wait where they are not there; 0 where they are */
  take(caller: string, points?: number): Promise<number>;
  /** Counts what an answer turned out to cost; others hear of it with the next that is taken. */
  charge(caller: string, points: number): void;
  /** Whether nothing is left, without taking anything. */
  isSpent(caller: string): Promise<boolean>;
}

interface Window {
  /** Of all gateways, as last heard. */
  taken: number;
  endsAt: number;
  /** Taken here and told to nobody yet. */
  pending: number;
  heardAt: number;
}

/** Milliseconds after which a gateway asks the others even where it took little. */
const HEARD_MS = 1_000;
const MOST_REMEMBERED = 10_000;

/**
 * Limits that hold for all gateways of one database together: each counts in a row of the caller's, under a keyed hash.
 * With slack a gateway answers from what it last heard, so that what passes beyond the limit is the slack, or a second's, of each other one.
 * @param now milliseconds since 1970
 */
export const sharedLimits = (
  database: Database,
  cipher: IdentityCipher,
  now: () => number = Date.now,
) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);

  return (name: string, { points: most, duration, slack = 0 }: Limit): SharedLimit => {
    const windows = new Map<string, Window>();

    const windowOf = (caller: string): Window => {
      const known = windows.get(caller);
      if (known !== undefined) return known;
      if (windows.size >= MOST_REMEMBERED)
        for (const [key, { endsAt, pending }] of windows)
          if (endsAt <= now() && pending === 0) windows.delete(key);
      const made = { taken: 0, endsAt: 0, pending: 0, heardAt: 0 };
      windows.set(caller, made);
      return made;
    };

    /** Tells what was taken here. @returns what all have taken, with it */
    const hear = async (caller: string, window: Window): Promise<number> => {
      const { pending } = window;
      window.pending = 0;
      try {
        const [row] = await run((session) =>
          session.run(takePoints, {
            key: cipher.aliasHash(`limit ${name} ${caller}`),
            points: pending,
            seconds: duration,
            at: new Date(now()).toISOString(),
          }),
        );
        const [taken, endsAt] = [Number(row?.taken ?? 0), Date.parse(row?.endsAt ?? '')];
        // Of several that were asked at once the last to answer need not be the last that was counted.
        window.taken = endsAt === window.endsAt ? Math.max(taken, window.taken) : taken;
        window.endsAt = endsAt;
        window.heardAt = now();
        return taken;
      } catch (error) {
        window.pending += pending;
        throw error;
      }
    };

    const seconds = ({ endsAt }: Window): number => Math.max(1, Math.ceil((endsAt - now()) / 1000));

    return {
      take: async (caller, points = 1) => {
        const window = windowOf(caller);
        const isOver = window.endsAt <= now();
        const isSpentHere = !isOver && window.taken + window.pending >= most;
        if (!isSpentHere) window.pending += points;
        const isDue = window.pending > slack || now() - window.heardAt >= HEARD_MS;
        const taken =
          isOver || (isDue && window.pending > 0)
            ? await hear(caller, window)
            : window.taken + window.pending;
        return isSpentHere || taken > most ? seconds(window) : 0;
      },
      charge: (caller, points) => {
        windowOf(caller).pending += points;
      },
      isSpent: async (caller) => {
        const window = windowOf(caller);
        if (window.endsAt > now() && window.taken + window.pending >= most) return true;
        return (await hear(caller, window)) >= most;
      },
    };
  };
};

export type SharedLimits = ReturnType<typeof sharedLimits>;
