import { number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const BED_EQD2_VERSION = 1;

export const BED_EQD2 = clinicalRule({
  id: 'bed-eqd2',
  version: BED_EQD2_VERSION,
  title: { en: 'BED and EQD2 of a fractionated dose', zh: '分割剂量的BED和EQD2' },
  source: 'Fowler JF. Br J Radiol 1989;62:679-94',
  mark: 'seen',
  population: null,
  fields: {
    fractions: number('fractions', '分次数', 1, 200, { integer: true }),
    dose_per_fraction_Gy: number('dose per fraction in Gy', '单次剂量（Gy）', 0.1, 100),
    alpha_beta: number('α/β of the tissue in Gy', '组织α/β（Gy）', 0.1, 50),
    fractions_per_day: number('fractions a day', '每日分次数', 1, 4, { integer: true }),
  },
  outputs: ['total', 'bed', 'eqd2'],
  names: ['BED and EQD2'],
  decide: (given) => {
    const { fractions: n, dose_per_fraction_Gy: d, alpha_beta: ratio } = given;
    if (n === null || d === null || ratio === null)
      return needs(missingOf(given, ['fractions', 'dose_per_fraction_Gy', 'alpha_beta']));
    const total = n * d;
    const bed = total * (1 + d / ratio);
    const eqd2 = (total * (d + ratio)) / (2 + ratio);
    return decided({ total, bed, eqd2 }, [
      {
        en: `${n} × ${Number(d.toFixed(2))} Gy, α/β ${ratio} Gy: BED ${bed.toFixed(1)} Gy, EQD2 ${eqd2.toFixed(1)} Gy.`,
        zh: `${n} × ${Number(d.toFixed(2))} Gy，α/β ${ratio} Gy：BED ${bed.toFixed(1)} Gy，EQD2 ${eqd2.toFixed(1)} Gy。`,
      },
      ...(d > 8
        ? [
            {
              en: 'The linear-quadratic model is not valid for more than 8 to 10 Gy a fraction.',
              zh: '单次剂量超过8–10 Gy时线性二次模型不适用。',
            },
          ]
        : []),
      ...((given.fractions_per_day ?? 1) > 1
        ? [
            {
              en: 'More than one fraction a day: incomplete repair is not counted.',
              zh: '每日多次照射：未计入不完全修复。',
            },
          ]
        : []),
    ]);
  },
});
