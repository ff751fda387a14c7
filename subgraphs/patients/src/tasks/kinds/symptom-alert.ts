import { PRO_CTCAE_COMPOSITE, symptomTerm } from '@nodp/oncology';
import { addDays } from '../days.ts';
import type { TaskKindModule } from '../kind.ts';

/** Within which somebody is to call the patient. */
const DAYS = 2;

/** A symptom that a patient reports by a link, severe or worse by two grades in a week, at the institution that asked. */
export const symptomAlert: TaskKindModule = {
  role: 'CLINICIAN',
  title: { en: 'Symptom reported by the patient', zh: '患者报告症状预警' },
  results: ['ACTED', 'DISMISSED'],
  noted: ['ACTED', 'DISMISSED'],
  // The verdict closes the alert.
  undone: false,
  find: ({ symptoms }) => ({
    recheckOn: null,
    tasks: symptoms.map(
      ({ id, institutionId, term, because, grade, fromGrade, raisedOn, ruleVersion }) => {
        const name = symptomTerm(term)?.name ?? { en: `term ${term}`, zh: `条目${term}` };
        const rise = because === 'RISE' && fromGrade !== null;
        return {
          institutionId,
          subject: id,
          dueOn: addDays(raisedOn, DAYS),
          ruleId: PRO_CTCAE_COMPOSITE.id,
          ruleVersion,
          why: {
            en: `${name.en}: composite grade ${grade}${rise ? `, ${fromGrade} within the week before` : ''} (PRO-CTCAE, as the patient reports it).`,
            zh: `${name.zh}：综合等级${grade}${rise ? `，一周内曾为${fromGrade}` : ''}（PRO-CTCAE，患者自报）。`,
          },
        };
      },
    ),
  }),
};
