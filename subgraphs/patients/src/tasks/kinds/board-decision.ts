import type { TaskKindModule } from '../kind.ts';
import { shortened } from '../shortened.ts';

/** The latest version of a tumour board's decision that has a day, until it is said whether it was carried out. */
export const boardDecision: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Board decision to be carried out', zh: '多学科讨论决定待落实' },
  results: ['CARRIED_OUT', 'NOT_CARRIED_OUT', 'CARRIED_OUT_DIFFERENTLY'],
  noted: ['NOT_CARRIED_OUT', 'CARRIED_OUT_DIFFERENTLY'],
  // What became of it is retained with the decision: it is corrected there.
  undone: false,
  find: ({ board }) => ({
    recheckOn: null,
    tasks: board.flatMap(({ id, institutionId, meeting, decided }) =>
      decided === null || decided.dueOn === null || decided.ended
        ? []
        : [
            {
              institutionId,
              // A corrected decision is to be carried out anew.
              subject: `${id} ${decided.version}`,
              dueOn: decided.dueOn,
              ruleId: 'board-decision',
              ruleVersion: 1,
              why: {
                en: `${meeting} decided on ${decided.on}: ${shortened(decided.decision)}. Was it carried out by ${decided.dueOn}?`,
                zh: `${meeting}于${decided.on}决定：${shortened(decided.decision)}。是否已于${decided.dueOn}前落实？`,
              },
            },
          ],
    ),
  }),
};
