import { type Database, originOf, type Principal } from '@nodp/database';
import { decodeOne, decodePair, encodeId, type Label } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import {
  type AskedOutcome,
  CONTACT_OUTCOMES,
  DISEASE_STATUSES,
  enterOutcome,
  type Kept,
  takeOutcomeBack,
} from '@nodp/subgraph-followup/outcomes';
import { endContactTasks } from '@nodp/subgraph-patients/contact-tasks';
import * as v from 'valibot';
import { enteringEndpoint } from '../endpoints/entering.ts';
import { json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';

export interface OutcomeServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const LONGEST_BODY = 8_192;
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

/** What was asked, by the platform's own keys; null where it is not to be understood. */
const askedOf = (body: unknown): AskedOutcome | null => {
  const { success, output } = v.safeParse(Asked, body);
  if (!success) return null;
  try {
    const patientId = decodeOne('Patient', output.patient);
    const contact = output.contact === null ? null : decodePair('FollowupContact', output.contact);
    if (contact !== null && contact.patientId !== patientId) return null;
    const { patient: _, contact: __, ...rest } = output;
    return {
      ...{ ...rest, patientId, contactId: contact?.id ?? null },
      cause: output.cause || null,
      note: output.note || null,
    };
  } catch {
    return null;
  }
};

const keyOf = (text: string): { readonly patientId: string; readonly id: string } | null => {
  try {
    return decodePair('ContactOutcome', text);
  } catch {
    return null;
  }
};

const told = (kept: Kept, patientId: string): Response =>
  kept.outcome === 'taken'
    ? json(200, {
        outcome: 'taken',
        id: encodeId('ContactOutcome', patientId, kept.id),
        nextOn: kept.nextOn,
      })
    : json(422, { outcome: 'refused', problems: kept.problems satisfies readonly Label[] });

/** Outcomes of follow-up contacts, entered and taken back by who coordinates follow-up at an institution. It never throws. */
export const createOutcomeEndpoint = ({ database, intake, onError }: OutcomeServices) => {
  /** For the institution's system, under the coordinator's own name. */
  const asSystem = (who: Principal): Principal => ({ ...who, role: 'SYSTEM' });

  const enter = async (who: Principal, request: Request, caller: Caller): Promise<Response> => {
    const asked = askedOf(await readJson(request, LONGEST_BODY));
    if (asked === null)
      return refuse(
        400,
        'Give the patient, the outcome and its day; words have 500 characters at most.',
        '请提供患者、联系结果及日期；文字不超过500个字符。',
      );
    const { patientId, contactId, outcome, note } = asked;
    const kept = await database.session(
      asSystem(who),
      async (session) => {
        await session.audit('change', [patientId], { contactOutcome: outcome });
        return enterOutcome(session, intake, asked, async (same) => {
          if (contactId !== null)
            await endContactTasks(same, { patientId, contactId }, outcome, note);
        });
      },
      { ...originOf(caller), operation: 'POST /contact-outcomes' },
    );
    return told(kept, patientId);
  };

  const takeBack = async (who: Principal, text: string, caller: Caller): Promise<Response> => {
    const key = keyOf(text);
    if (key === null) return refuse(404, 'There is no such outcome.', '没有该联系结果。');
    const kept = await database.session(
      asSystem(who),
      async (session) => {
        await session.audit('change', [key.patientId], { contactOutcome: 'taken back' });
        return takeOutcomeBack(session, intake, key, (same, contactId) =>
          endContactTasks(same, { patientId: key.patientId, contactId }, null, null),
        );
      },
      { ...originOf(caller), operation: 'POST /contact-outcomes/{id}/take-back' },
    );
    return told(kept, key.patientId);
  };

  return enteringEndpoint(
    {
      scope: 'contact:enter',
      forbidden: {
        en: 'Only the follow-up coordinator of an institution enters outcomes of contacts.',
        zh: '仅机构的随访协调员可录入联系结果。',
      },
      answer: async (principal, request, caller, [id, action]) => {
        if (!id) return enter(principal, request, caller);
        return action === 'take-back'
          ? takeBack(principal, id, caller)
          : refuse(404, 'There is no such address.', '没有该地址。');
      },
    },
    onError,
  );
};
