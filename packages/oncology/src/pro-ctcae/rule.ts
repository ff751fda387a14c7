import { choice } from '../registry/fields.ts';
import { clinicalRule, decided, needs, notFor } from '../registry/rule.ts';
import {
  compositeGrade,
  PARTS,
  PARTS_GROUPS,
  type PartsGroup,
  PRO_CTCAE_VERSION,
  partsOf,
} from './composite.ts';

/** 0 to 4 as the patient answered, or that the term does not ask it. */
const answer = (en: string, zh: string) =>
  choice(`${en}, 0 to 4; NA where the term does not ask it`, `${zh}（0–4；该条目不问此项时填NA）`, [
    ...['0', '1', '2', '3', '4'],
    'NA',
  ]);

export const PRO_CTCAE_COMPOSITE = clinicalRule({
  id: 'pro-ctcae-composite',
  version: PRO_CTCAE_VERSION,
  title: {
    en: 'PRO-CTCAE composite grade (symptoms as the patient reports them)',
    zh: 'PRO-CTCAE 复合分级（患者自报症状）',
  },
  source: 'Basch E et al. Clin Trials 2021;18:104-14; PRO-CTCAE v1.0 (NCI)',
  mark: 'seen',
  population: null,
  fields: {
    group: choice('what the term asks', '该条目所问的属性', PARTS_GROUPS),
    frequency: answer('frequency', '频率'),
    severity: answer('severity', '严重程度'),
    interference: answer('interference', '对日常活动的影响'),
  },
  outputs: ['composite'],
  decide: (given) => {
    if (given.group === null) return needs(['group']);
    const group = given.group as PartsGroup;
    const parts = partsOf(group);
    const beyond = PARTS.filter(
      (part) => !parts.includes(part) && given[part] !== null && given[part] !== 'NA',
    );
    if (beyond.length > 0)
      return notFor(
        `A term that asks ${group} has no ${beyond.join(', ')}.`,
        `所问属性为 ${group} 的条目没有 ${beyond.join('、')}。`,
      );
    const answers = parts.map((part) => {
      const value = given[part];
      return value === null || value === 'NA' ? null : Number(value);
    });
    const composite = compositeGrade(group, answers);
    if (composite === null) return needs(parts.filter((_, index) => answers[index] === null));
    return decided(composite, [
      answers[0] === 0
        ? {
            en: 'The first answer is 0: the patient does not have the symptom.',
            zh: '首项回答为0：患者没有该症状。',
          }
        : {
            en: `Composite grade ${composite} of 3 by the table. It is no grade of CTCAE.`,
            zh: `按表得复合分级${composite}级（最高3级）。该分级不是CTCAE分级。`,
          },
    ]);
  },
});
