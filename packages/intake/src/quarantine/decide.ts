import { query, type Session, statement, storableJson } from '@nodp/database';
import { type HeldChange, ruleSwitch } from '@nodp/database/tables';
import { nationalDay, rulesInForce } from '@nodp/oncology';
import type { Issue } from '@nodp/record';
import { asc } from 'drizzle-orm';
import { judged } from '../edits/examine.ts';
import { withRetries } from '../ingest/attempt.ts';
import { isRefused } from '../ingest/results.ts';
import type { IntakeServices } from '../ingest/services.ts';
import { StillHeld, TransactionRefused, work } from '../ingest/work.ts';
import { type Correction, correct } from './correct.ts';
import {
  decideHeld,
  endHeld,
  lockHeld,
  type OpenedHeld,
  oneHeld,
  openHeld,
  renewReasons,
} from './held-rows.ts';
import { reasonsOf, unitOfHeld } from './quarantine.ts';

/** What became of a decision. */
export type Decided =
  | { readonly outcome: 'taken'; readonly state: 'CORRECTED' | 'OVERRULED' }
  /** Something is wrong still; nothing was stored. */
  | { readonly outcome: 'held'; readonly issues: readonly Issue[] }
  /** Values that their fields do not take, or none that changes anything; nothing was stored. */
  | { readonly outcome: 'unfit'; readonly unfit: readonly Correction[] }
  /** Somebody else decided meanwhile, or another content came. */
  | { readonly outcome: 'decided'; readonly held: OpenedHeld }
  | { readonly outcome: 'unknown' };

/** A decision: values put right, or the reason why the record is taken as it is. */
export type Decision =
  | { readonly corrections: readonly Correction[] }
  | { readonly reason: string };

const switches = statement(
  query.select().from(ruleSwitch).orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

/** Thrown within the transaction: somebody else was first. */
class DecidedBefore extends Error {
  readonly held: OpenedHeld;
  constructor(held: OpenedHeld) {
    super('The held record was decided on.');
    this.held = held;
  }
}

/** What ends a held record, and is audited of it. */
interface End {
  readonly overrule: boolean;
  readonly decision: 'CORRECTED' | 'OVERRULED' | 'CLEARED';
  /** Stores it, while the record is held still. */
  store(): Promise<unknown>;
}

/** A held record written as records are, in one transaction with what ends it; null, or why it was not. */
const take = async (
  session: Session,
  services: IntakeServices,
  held: OpenedHeld,
  records: OpenedHeld['records'],
  { overrule, decision, store }: End,
): Promise<Exclude<Decided, { outcome: 'taken' }> | null> => {
  const rules = rulesInForce(await session.run(switches));
  const unit = unitOfHeld({ ...held, records });
  const close = async () => {
    // Whose patient it is was claimed before: who sends the record at this moment waits, or was first.
    const [now] = await session.run(lockHeld, { id: held.id });
    if (now === undefined || now.state !== 'HELD')
      throw new DecidedBefore(now === undefined ? held : openHeld(services.cipher, now));
    await store();
  };
  try {
    await withRetries(() =>
      session.transaction(async () => {
        const read = { form: 'transaction', units: [unit], issues: [] } as const;
        await work(session, services, held.submissionId, read, rules, { overrule, close });
        await session.audit('change', [held.patientId], { held: held.id, decision });
      }),
    );
    return null;
  } catch (error) {
    if (error instanceof DecidedBefore) return { outcome: 'decided', held: error.held };
    if (error instanceof StillHeld && error.unit.reading.outcome === 'held')
      return { outcome: 'held', issues: error.unit.reading.warnings };
    if (error instanceof TransactionRefused) {
      const issues = error.entries
        .filter(isRefused)
        .flatMap(({ reading }) => (reading.outcome === 'refused' ? reading.issues : []));
      return { outcome: 'held', issues };
    }
    throw error;
  }
};

/**
 * Decides on a held record of the session's institution: it is written as records are, in one transaction with the decision, or
 * nothing is. Of two people at once one decides, and the other is told what was decided.
 */
export const decide = async (
  session: Session,
  services: IntakeServices,
  id: string,
  decision: Decision,
): Promise<Decided> => {
  const [stored] = await session.run(oneHeld, { id });
  if (stored === undefined) return { outcome: 'unknown' };
  const held = openHeld(services.cipher, stored);
  if (held.state !== 'HELD') return { outcome: 'decided', held };
  const overrule = 'reason' in decision;
  const { records, changes, unfit } = overrule
    ? { records: held.records, changes: [] as readonly HeldChange[], unfit: [] }
    : correct(held.records, decision.corrections);
  if (unfit.length > 0 || (!overrule && changes.length === 0)) return { outcome: 'unfit', unfit };
  const state = overrule ? 'OVERRULED' : 'CORRECTED';
  const left = await take(session, services, held, records, {
    ...{ overrule, decision: state },
    store: () =>
      session.run(decideHeld, {
        ...{ id, sourceType: held.sourceType, sourceId: held.sourceId, state },
        account: session.principal.accountId,
        reason: overrule ? decision.reason : null,
        changes: changes.length === 0 ? null : storableJson(changes),
      }),
  });
  return left ?? { outcome: 'taken', state };
};

/**
 * Asks the edits of today of a held record: one that they do not hold any more is taken as it was sent, and one that they hold for
 * other reasons says these.
 * @returns whether it was taken
 */
export const examineHeld = async (
  session: Session,
  services: IntakeServices,
  id: string,
): Promise<boolean> => {
  const [stored] = await session.run(oneHeld, { id });
  if (stored === undefined || stored.state !== 'HELD') return false;
  const held = openHeld(services.cipher, stored);
  const people = await services.registry.known(session, [held.patientId]);
  const person = people.get(held.patientId) ?? null;
  const today = { date: nationalDay(new Date()), precision: 'day' as const };
  const { reading } = judged(unitOfHeld(held), { person, today }, 'stored');
  if (reading.outcome === 'held') {
    await session.run(renewReasons, { id, ...reasonsOf(reading.findings) });
    return false;
  }
  const left = await take(session, services, held, held.records, {
    ...{ overrule: false, decision: 'CLEARED' },
    store: () => session.run(endHeld, { ids: [id], state: 'CLEARED' }),
  });
  return left === null;
};
