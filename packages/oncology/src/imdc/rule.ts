import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const IMDC_VERSION = 1;

export const IMDC = clinicalRule({
  id: 'imdc',
  version: IMDC_VERSION,
  title: { en: 'IMDC risk of metastatic renal cell carcinoma', zh: '转移性肾细胞癌IMDC风险分组' },
  source: 'Heng DY et al. J Clin Oncol 2009;27:5794-9',
  mark: 'seen',
  population: {
    en: 'Metastatic renal cell carcinoma at the first VEGF-targeted treatment, North America',
    zh: '首次接受VEGF靶向治疗的转移性肾细胞癌，北美',
  },
  fields: {
    karnofsky: number('Karnofsky performance status', 'Karnofsky体能状态', 0, 100),
    months_diagnosis_to_systemic: number(
      'months from diagnosis to systemic treatment',
      '诊断至全身治疗的月数',
      0,
      1200,
    ),
    haemoglobin_below_lln: flag('haemoglobin below normal', '血红蛋白低于正常'),
    corrected_calcium_above_uln: flag('corrected calcium above normal', '校正血钙高于正常'),
    neutrophils_above_uln: flag('neutrophils above normal', '中性粒细胞高于正常'),
    platelets_above_uln: flag('platelets above normal', '血小板高于正常'),
  },
  outputs: ['points', 'risk'],
  decide: (given) => {
    const missing = missingOf(given, Object.keys(given));
    const { karnofsky, months_diagnosis_to_systemic: months } = given;
    if (karnofsky === null || months === null || missing.length > 0) return needs(missing);
    const parts = [
      karnofsky < 80,
      months < 12,
      given.haemoglobin_below_lln === true,
      given.corrected_calcium_above_uln === true,
      given.neutrophils_above_uln === true,
      given.platelets_above_uln === true,
    ].map(Number);
    const points = parts.reduce((a, b) => a + b, 0);
    const [risk, zh] =
      points === 0
        ? (['favourable', '低危'] as const)
        : points <= 2
          ? (['intermediate', '中危'] as const)
          : (['poor', '高危'] as const);
    return decided({ points, risk }, [
      {
        en: `Karnofsky, interval, haemoglobin, calcium, neutrophils, platelets: ${parts.join(' + ')} = ${points}, ${risk}.`,
        zh: `Karnofsky、间隔、血红蛋白、血钙、中性粒细胞、血小板：${parts.join(' + ')} = ${points}，${zh}。`,
      },
    ]);
  },
});
