import type { Database } from '@nodp/database';
import { decodeOne } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import { type EnteredRound, enterRound, takeRoundBack } from '@nodp/subgraph-followup/screening';
import * as v from 'valibot';
import { enteredRecordsEndpoint } from '../endpoints/entered-records.ts';
import { json } from '../endpoints/json.ts';

export interface RoundServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

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

/** The round by the platform's own keys; null where the body has another shape. */
const enteredOf = (body: unknown): EnteredRound | null => {
  const { success, output } = v.safeParse(Asked, body);
  if (!success) return null;
  const { patient, ...rest } = output;
  return { ...rest, patientId: decodeOne('Patient', patient) };
};

/** Rounds of screening, entered and taken back by who works with patients at an institution. It never throws. */
export const createRoundEndpoint = ({ database, intake, onError }: RoundServices) =>
  enteredRecordsEndpoint(
    {
      ...{ path: '/screening-rounds', scope: 'screening:enter', kind: 'ScreeningRound' },
      forbidden: {
        en: 'Only clinicians and the follow-up coordinator of an institution enter screening.',
        zh: '仅机构的临床医生和随访协调员可录入筛查记录。',
      },
      longest: 4_096,
      read: enteredOf,
      unreadable: {
        en: 'Give the patient, the programme and an invitation, an opt-out or a test.',
        zh: '请提供患者、筛查项目，以及邀请、拒绝或检查。',
      },
      unknown: { en: 'There is no such record.', zh: '没有该记录。' },
      audited: (round) => ({ screening: round?.programme ?? 'taken back' }),
      enter: (session, round) => enterRound(session, intake, round),
      takeBack: (session, key) => takeRoundBack(session, intake, key),
      answer: (result) => json(result.outcome === 'taken' ? 200 : 422, result),
    },
    database,
    onError,
  );
