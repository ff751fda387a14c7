import type { Session } from '@nodp/database';
import type { IntakeServices } from '../ingest/services.ts';
import { type ShownField, shownFields } from './correct.ts';
import { type OpenedHeld, oneHeld, openHeld } from './held-rows.ts';

/** A held record opened, with what may be put right in it. */
export interface HeldDetail extends Omit<OpenedHeld, 'records'> {
  readonly records: readonly { readonly kind: string; readonly fields: readonly ShownField[] }[];
}

/** A held record of the session's institution; the look at its patient is audited. Null where there is none. */
export const heldDetail = async (
  session: Session,
  { cipher }: IntakeServices,
  id: string,
): Promise<HeldDetail | null> => {
  const [stored] = await session.run(oneHeld, { id });
  if (stored === undefined) return null;
  await session.audit('read', [stored.patientId], { held: id });
  const { records, ...rest } = openHeld(cipher, stored);
  return {
    ...rest,
    records: records.map((record) => ({ kind: record.kind, fields: shownFields(record) })),
  };
};
