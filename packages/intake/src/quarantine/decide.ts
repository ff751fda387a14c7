import { query, type Session, statement } from '@nodp/database';
import { type HeldChange, ruleSwitch } from '@nodp/database/tables';
import { rulesInForce } from '@nodp/oncology';
import type { Issue } from '@nodp/record';
import { asc } from 'drizzle-orm';
import { withRetries } from '../ingest/attempt.ts';
import { isRefused } from '../ingest/results.ts';
import type { IntakeServices } from '../ingest/services.ts';
import { StillHeld, TransactionRefused, work } from '../ingest/work.ts';
import { decideHeld, lockHeld, type OpenedHeld, oneHeld, openHeld } from './held-rows.ts';
import { type Mending, mend } from './mend.ts';
import { unitOfHeld } from './quarantine.ts';

/** What became of a decision. */
export type Decided =
  | { readonly outcome: 'taken'; readonly state: 'MENDED' | 'OVERRULED' }
  /** Something is wrong still; nothing was stored. */
  | { readonly outcome: 'held'; readonly issues: readonly Issue[] }
  /** Values that their fields do not take, or none that changes anything; nothing was stored. */
  | { readonly outcome: 'unfit'; readonly unfit: readonly Mending[] }
  /** Somebody else decided meanwhile, or another content came. */
  | { readonly outcome: 'decided'; readonly held: OpenedHeld }
  | { readonly outcome: 'unknown' };

/** A decision: values put right, or the reason why the record is taken as it is. */
export type Decision = { readonly mendings: readonly Mending[] } | { readonly reason: string };

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
    : mend(held.records, decision.mendings);
  if (unfit.length > 0 || (!overrule && changes.length === 0)) return { outcome: 'unfit', unfit };
  const state = overrule ? 'OVERRULED' : 'MENDED';
  const rules = rulesInForce(await session.run(switches));
  const unit = unitOfHeld({ ...held, records });
  const close = async () => {
    // Whose patient it is was claimed before: who sends the record at this moment waits, or was first.
    const [now] = await session.run(lockHeld, { id });
    if (now === undefined || now.state !== 'HELD')
      throw new DecidedBefore(now === undefined ? held : openHeld(services.cipher, now));
    await session.run(decideHeld, {
      ...{ id, sourceType: held.sourceType, sourceId: held.sourceId, state },
      account: session.principal.accountId,
      reason: overrule ? decision.reason : null,
      changes: changes.length === 0 ? null : JSON.stringify(changes),
    });
  };
  try {
    await withRetries(() =>
      session.transaction(async () => {
        const read = { form: 'transaction', units: [unit], issues: [] } as const;
        const [result] = await work(session, services, held.submissionId, read, rules, {
          overrule,
          close,
        });
        await session.audit('change', [held.patientId], { held: id, decision: state });
        return result;
      }),
    );
    return { outcome: 'taken', state };
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
