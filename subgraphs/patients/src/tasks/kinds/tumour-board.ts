import type { TaskKindModule } from '../kind.ts';
import { shortened } from '../shortened.ts';

/** A patient on the list of a tumour board, until the board decides or the case is withdrawn. */
export const tumourBoard: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Tumour board', zh: '肿瘤多学科讨论' },
  // What comes of it is recorded as a decision, which ends it.
  results: [],
  noted: [],
  undone: false,
  find: ({ board }) => ({
    recheckOn: null,
    tasks: board
      .filter(({ decided }) => decided === null)
      .map(({ id, institutionId, meeting, meetingOn, cancelled, question }) => ({
        institutionId,
        subject: id,
        dueOn: meetingOn,
        ruleId: 'tumour-board',
        ruleVersion: 1,
        why: {
          en: `${cancelled ? 'The meeting is cancelled and the case needs another: ' : ''}${meeting}, ${meetingOn}: ${shortened(question)}`,
          zh: `${cancelled ? '会议已取消，请改期：' : ''}${meeting}，${meetingOn}：${shortened(question)}`,
        },
      })),
  }),
};
