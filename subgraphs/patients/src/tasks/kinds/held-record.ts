import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';

/** Within which a record that is held is to be decided on. */
const DAYS = 7;

/** A record that edits hold, at the institution that sent it, until it is put right, taken as it is, or sent anew. */
export const heldRecord: TaskKindModule = {
  role: 'DATA_MANAGER',
  title: { en: 'Held record', zh: '待处理的暂存记录' },
  results: ['SENT_BACK'],
  noted: [],
  undone: true,
  find: ({ held }) => ({
    recheckOn: null,
    tasks: held.map(({ id, institutionId, type, on, edits, editsVersion, reason }) => {
      const more = edits.length - 1;
      return {
        institutionId,
        subject: id,
        dueOn: addDays(on, DAYS),
        ruleId: edits[0] ?? 'edits',
        ruleVersion: editsVersion,
        why: {
          en: `${type}: ${reason.en}${more > 0 ? ` And ${more} more.` : ''}`,
          zh: `${type}：${reason.zh}${more > 0 ? `另有${more}项。` : ''}`,
        },
      };
    }),
  }),
};
