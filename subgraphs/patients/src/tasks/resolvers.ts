import { encodeId, nationalDay, type SubgraphContext } from '@nodp/graph';
import type { TaskActResolvers, TaskResolvers } from '../generated/resolvers.ts';
import { patientRow } from '../people/patient-rows.ts';
import { actRows, taskColleagues } from './acts.ts';
import type { TaskKind } from './kind.ts';
import { TASK_KINDS } from './kinds/index.ts';

const MOST_ACTS = 100;

/** Tasks of patients whose record may not be open to who works at them. */
const isOfReferral = (kind: TaskKind): boolean => kind.startsWith('REFERRAL_');

const accountOf = async (id: string | null, context: SubgraphContext) => {
  if (id === null) return null;
  const known = (await context.once(taskColleagues)).find((one) => one.id === id);
  return { id, name: { en: known?.nameEn ?? id, zh: known?.nameZh ?? id } };
};

export const Task: TaskResolvers = {
  id: ({ patientId, id }) => encodeId('Task', patientId, id),
  title: ({ kind }) => TASK_KINDS[kind].title,
  mine: ({ role }, _, { principal }) => role === principal.role,
  patient: async ({ patientId, kind }, _, context) =>
    isOfReferral(kind) && (await context.once(patientRow).load(patientId)) === null
      ? null
      : { patientId },
  audited: ({ patientId }) => ({ patientId }),
  contact: ({ patientId, kind, subject }) =>
    kind === 'CONTACT_DUE'
      ? encodeId('FollowupContact', patientId, subject.split(' ')[0] ?? '')
      : null,
  boardCase: ({ patientId, kind, subject }) =>
    kind === 'TUMOUR_BOARD' || kind === 'BOARD_DECISION'
      ? encodeId('BoardCase', patientId, subject.split(' ')[0] ?? '')
      : null,
  referral: ({ patientId, kind, subject }) =>
    isOfReferral(kind) ? encodeId('Referral', patientId, subject) : null,
  rule: ({ ruleId }) => ruleId,
  due: ({ dueOn }) => dueOn,
  state: ({ state, snoozedUntil }) =>
    state === 'OPEN' && snoozedUntil !== null && snoozedUntil > nationalDay(new Date())
      ? 'SNOOZED'
      : state,
  assignee: ({ assignee }, _, context) => accountOf(assignee, context),
  result: ({ result }) => result as never,
  history: async ({ patientId, id }, _, context) =>
    (await context.once(actRows).load(patientId))
      .filter(({ taskId }) => taskId === id)
      .slice(0, MOST_ACTS),
};

export const TaskAct: TaskActResolvers = {
  by: ({ actedBy }, _, context) => accountOf(actedBy, context),
  assignee: ({ assignee }, _, context) => accountOf(assignee, context),
  result: ({ result }) => result as never,
};
