import type { Database } from '@nodp/database';
import { decodeOne, decodePair, encodeId } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import {
  type AskedOutcome,
  CONTACT_OUTCOMES,
  DISEASE_STATUSES,
  enterOutcome,
  takeOutcomeBack,
} from '@nodp/subgraph-followup/outcomes';
import { endContactTasks } from '@nodp/subgraph-patients/contact-tasks';
import * as v from 'valibot';
import { enteredRecordsEndpoint } from '../endpoints/entered-records.ts';
import { json } from '../endpoints/json.ts';

export interface OutcomeServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const day = v.pipe(v.string(), v.maxLength(10));
const words = (most: number) =>
  v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(most))), null);

const Asked = v.strictObject({
  patient: v.pipe(v.string(), v.maxLength(80)),
  contact: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80))), null),
  outcome: v.picklist(CONTACT_OUTCOMES),
  on: day,
  status: v.optional(v.nullable(v.picklist(DISEASE_STATUSES)), null),
  died: v.optional(v.nullable(day), null),
  cause: words(200),
  note: words(500),
  next: v.optional(v.nullable(day)),
});

/** The outcome by the platform's own keys; null where the body has another shape or a contact of another patient. */
const askedOf = (body: unknown): AskedOutcome | null => {
  const { success, output } = v.safeParse(Asked, body);
  if (!success) return null;
  const patientId = decodeOne('Patient', output.patient);
  const contact = output.contact === null ? null : decodePair('FollowupContact', output.contact);
  if (contact !== null && contact.patientId !== patientId) return null;
  const { patient: _, contact: __, ...rest } = output;
  return {
    ...{ ...rest, patientId, contactId: contact?.id ?? null },
    cause: output.cause || null,
    note: output.note || null,
  };
};

/** Outcomes of follow-up contacts, entered and taken back by who coordinates follow-up at an institution. It never throws. */
export const createOutcomeEndpoint = ({ database, intake, onError }: OutcomeServices) =>
  enteredRecordsEndpoint(
    {
      ...{ path: '/contact-outcomes', scope: 'contact:enter', kind: 'ContactOutcome' },
      forbidden: {
        en: 'Only the follow-up coordinator of an institution enters outcomes of contacts.',
        zh: '仅机构的随访协调员可录入联系结果。',
      },
      longest: 8_192,
      read: askedOf,
      unreadable: {
        en: 'Give the patient, the outcome and its day; words have 500 characters at most.',
        zh: '请提供患者、联系结果及日期；文字不超过500个字符。',
      },
      unknown: { en: 'There is no such outcome.', zh: '没有该联系结果。' },
      audited: (asked) => ({ contactOutcome: asked?.outcome ?? 'taken back' }),
      enter: (session, asked) =>
        enterOutcome(session, intake, asked, async (same) => {
          const { patientId, contactId, outcome, note } = asked;
          if (contactId !== null)
            await endContactTasks(same, { patientId, contactId }, outcome, note);
        }),
      takeBack: (session, key) =>
        takeOutcomeBack(session, intake, key, (same, contactId) =>
          endContactTasks(same, { patientId: key.patientId, contactId }, null, null),
        ),
      answer: (result, patientId) =>
        result.outcome === 'taken'
          ? json(200, { ...result, id: encodeId('ContactOutcome', patientId, result.id) })
          : json(422, result),
    },
    database,
    onError,
  );
