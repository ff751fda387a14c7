import { encodeId, nationalDay, type SubgraphContext } from '@nodp/graph';
import type { TaskActResolvers, TaskResolvers } from '../generated/resolvers.ts';
import { actRows, taskColleagues } from './acts.ts';
import { TASK_KINDS } from './kinds/index.ts';

const MOST_ACTS = 100;

const accountOf = async (id: string | null, context: SubgraphContext) => {
  if (id === null) return null;
  const known = (await context.once(taskColleagues)).find((one) => one.id === id);
  return { id, name: { en: known?.nameEn ?? id, zh: known?.nameZh ?? id } };
};

export const Task: TaskResolvers = {
  id: ({ patientId, id }) => encodeId('Task', patientId, id),
  title: ({ kind }) => TASK_KINDS[kind].title,
  mine: ({ role }, _, { principal }) => role === principal.role,
  patient: ({ patientId }) => ({ patientId }),
  audited: ({ patientId }) => ({ patientId }),
  contact: ({ patientId, kind, subject }) =>
    kind === 'CONTACT_DUE'
      ? encodeId('FollowupContact', patientId, subject.split(' ')[0] ?? '')
      : null,
  boardCase: ({ patientId, kind, subject }) =>
    kind === 'TUMOUR_BOARD' || kind === 'BOARD_DECISION'
      ? encodeId('BoardCase', patientId, subject.split(' ')[0] ?? '')
      : null,
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
