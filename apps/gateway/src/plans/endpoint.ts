import type { Database } from '@nodp/database';
import { decodeOne, decodePair, encodeId } from '@nodp/graph';
import type { Intake } from '@nodp/intake';
import {
  ACTIVITY_STATUSES,
  type AskedPlan,
  enterPlan,
  PLAN_STATUSES,
  withdrawPlan,
} from '@nodp/subgraph-followup/plans';
import * as v from 'valibot';
import { enteredRecordsEndpoint } from '../endpoints/entered-records.ts';
import { json } from '../endpoints/json.ts';

export interface PlanServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const key = v.pipe(v.string(), v.maxLength(80));
const day = v.pipe(v.string(), v.maxLength(10));
const words = v.pipe(v.string(), v.trim(), v.maxLength(200));

const Asked = v.strictObject({
  patient: key,
  plan: v.optional(v.nullable(key), null),
  what: words,
  status: v.picklist(PLAN_STATUSES),
  started: day,
  ended: v.optional(v.nullable(day), null),
  activities: v.pipe(
    v.array(v.strictObject({ what: words, status: v.picklist(ACTIVITY_STATUSES) })),
    v.maxLength(30),
  ),
  visit: v.optional(
    v.nullable(
      v.strictObject({
        on: day,
        at: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
        venue: v.pipe(
          v.nullable(words),
          v.transform((text) => text || null),
        ),
      }),
    ),
    null,
  ),
  callOff: v.optional(v.boolean(), false),
});

/** The plan by the platform's own keys; null where the body has another shape or a plan of another patient. */
const askedOf = (body: unknown): AskedPlan | null => {
  const { success, output } = v.safeParse(Asked, body);
  if (!success) return null;
  const { patient, plan: of, ...entered } = output;
  const patientId = decodeOne('Patient', patient);
  const plan = of === null ? null : decodePair('FollowupPlan', of);
  if (plan !== null && plan.patientId !== patientId) return null;
  return { ...entered, patientId, planId: plan?.id ?? null };
};

/** Plans of follow-up made, changed, ended and withdrawn by who coordinates follow-up at an institution. It never throws. */
export const createPlanEndpoint = ({ database, intake, onError }: PlanServices) =>
  enteredRecordsEndpoint(
    {
      ...{ path: '/followup-plans', scope: 'contact:enter', kind: 'FollowupPlan' },
      forbidden: {
        en: 'Only the follow-up coordinator of an institution makes plans of follow-up.',
        zh: '仅机构的随访协调员可制定随访计划。',
      },
      longest: 32_768,
      read: askedOf,
      unreadable: {
        en: 'Give the patient, the plan, its status and first day; words have 200 characters at most, a plan 30 things.',
        zh: '请提供患者、计划名称、状态及开始日期；文字不超过200个字符，每个计划不超过30项。',
      },
      unknown: { en: 'There is no such plan.', zh: '没有该计划。' },
      audited: (asked) => ({ followupPlan: asked?.status ?? 'withdrawn' }),
      enter: (session, asked) => enterPlan(session, intake, asked),
      takeBack: (session, of) => withdrawPlan(session, intake, of),
      answer: (result, patientId) =>
        result.outcome === 'taken'
          ? json(200, { ...result, id: encodeId('FollowupPlan', patientId, result.id) })
          : json(422, result),
    },
    database,
    onError,
  );
