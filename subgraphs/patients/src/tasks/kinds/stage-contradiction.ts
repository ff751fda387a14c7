import type { TaskKindModule } from '../kind.ts';

/** Each says what the other's tables give. */
const RULES = ['stage-group', 'stage-check'];

/** A stage as sent that something else recorded contradicts, at the institution that sent it, until corrected records come. */
export const stageContradiction: TaskKindModule = {
  role: 'DATA_MANAGER',
  title: { en: 'Contradicted stage', zh: '分期矛盾' },
  results: ['SENT_BACK', 'RIGHT_AS_SENT'],
  noted: ['RIGHT_AS_SENT'],
  undone: true,
  find: ({ findings }, { rules }) => ({
    recheckOn: null,
    tasks: RULES.every((rule) => rules.has(rule))
      ? findings.map(({ institutionId, findingKey, ruleVersion, foundOn, sentence }) => ({
          institutionId,
          subject: findingKey,
          dueOn: foundOn,
          ruleId: 'stage-check',
          ruleVersion,
          why: sentence,
        }))
      : [],
  }),
};
