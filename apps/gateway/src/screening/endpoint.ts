import { type Database, originOf, type Principal } from '@nodp/database';
import { decodeOne, decodePair } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import {
  type EnteredRound,
  enterRound,
  type KeptRound,
  takeRoundBack,
} from '@nodp/subgraph-followup/screening';
import * as v from 'valibot';
import { enteringEndpoint } from '../endpoints/entering.ts';
import { json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';

export interface RoundServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const LONGEST_BODY = 4_096;
const words = (most: number) =>
  v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(most))), null);

const Asked = v.strictObject({
  patient: v.pipe(v.string(), v.maxLength(80)),
  programme: v.pipe(v.string(), v.maxLength(20)),
  invited: words(10),
  declined: words(10),
  tested: words(10),
  test: words(20),
  result: words(40),
});

/** What was entered, by the platform's own keys; null where it is not to be understood. */
const enteredOf = (body: unknown): EnteredRound | null => {
  const { success, output } = v.safeParse(Asked, body);
  if (!success) return null;
  try {
    const { patient, ...rest } = output;
    return { ...rest, patientId: decodeOne('Patient', patient) };
  } catch {
    return null;
  }
};

const keyOf = (text: string): { readonly patientId: string; readonly id: string } | null => {
  try {
    return decodePair('ScreeningRound', text);
  } catch {
    return null;
  }
};

const told = (kept: KeptRound): Response => json(kept.outcome === 'taken' ? 200 : 422, kept);

/** Rounds of screening, entered and taken back by who works with patients at an institution. It never throws. */
export const createRoundEndpoint = ({ database, intake, onError }: RoundServices) => {
  /** For the institution's system, under the person's own name. */
  const asSystem = (who: Principal): Principal => ({ ...who, role: 'SYSTEM' });

  const enter = async (who: Principal, request: Request, caller: Caller): Promise<Response> => {
    const entered = enteredOf(await readJson(request, LONGEST_BODY));
    if (entered === null)
      return refuse(
        400,
        'Give the patient, the programme and an invitation, an opt-out or a test.',
        '请提供患者、筛查项目，以及邀请、拒绝或检查。',
      );
    const kept = await database.session(
      asSystem(who),
      async (session) => {
        await session.audit('change', [entered.patientId], { screening: entered.programme });
        return enterRound(session, intake, entered);
      },
      { ...originOf(caller), operation: 'POST /screening-rounds' },
    );
    return told(kept);
  };

  const takeBack = async (who: Principal, text: string, caller: Caller): Promise<Response> => {
    const key = keyOf(text);
    if (key === null) return refuse(404, 'There is no such record.', '没有该记录。');
    const kept = await database.session(
      asSystem(who),
      async (session) => {
        await session.audit('change', [key.patientId], { screening: 'taken back' });
        return takeRoundBack(session, intake, key);
      },
      { ...originOf(caller), operation: 'POST /screening-rounds/{id}/take-back' },
    );
    return told(kept);
  };

  return enteringEndpoint(
    {
      scope: 'screening:enter',
      forbidden: {
        en: 'Only clinicians and the follow-up coordinator of an institution enter screening.',
        zh: '仅机构的临床医生和随访协调员可录入筛查记录。',
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
