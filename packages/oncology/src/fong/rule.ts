import { count, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const FONG_VERSION = 1;

export const FONG = clinicalRule({
  id: 'fong',
  version: FONG_VERSION,
  title: {
    en: 'Fong clinical risk score (colorectal liver metastases)',
    zh: 'Fong临床风险评分（结直肠癌肝转移）',
  },
  source: 'Fong Y et al. Ann Surg 1999;230:309-21',
  mark: 'seen',
  population: {
    en: 'Resected liver metastases of colorectal cancer, Memorial Sloan Kettering (United States)',
    zh: '切除的结直肠癌肝转移，美国纪念斯隆-凯特琳',
  },
  fields: {
    primary_node_positive: flag('nodes of the primary involved', '原发灶淋巴结阳性'),
    disease_free_months: number(
      'months from the primary to the metastasis',
      '原发灶至转移的月数',
      0,
      1200,
    ),
    liver_metastases: count('liver metastases', '肝转移灶数', 1000),
    cea_ng_mL: number('CEA before the operation in ng/mL', '术前CEA（ng/mL）', 0, 1000000),
    largest_cm: number('largest metastasis in cm', '最大转移灶（cm）', 0, 100),
  },
  names: ['Fong clinical risk score'],
  decide: (given) => {
    const { primary_node_positive, disease_free_months, liver_metastases, cea_ng_mL, largest_cm } =
      given;
    if (
      primary_node_positive === null ||
      disease_free_months === null ||
      liver_metastases === null ||
      cea_ng_mL === null ||
      largest_cm === null
    )
      return needs(missingOf(given, Object.keys(given)));
    if (liver_metastases === 0)
      return notFor('Only with liver metastases.', '仅适用于肝转移患者。');
    const parts = [
      primary_node_positive,
      disease_free_months < 12,
      liver_metastases > 1,
      cea_ng_mL > 200,
      largest_cm > 5,
    ].map(Number);
    const score = parts.reduce((a, b) => a + b, 0);
    return decided(score, [
      {
        en: `Nodes, interval under 12 months, more than one, CEA over 200, over 5 cm: ${parts.join(' + ')} = ${score} of 5.`,
        zh: `淋巴结、间隔<12月、多于1个、CEA>200、>5 cm：${parts.join(' + ')} = ${score}（满分5）。`,
      },
    ]);
  },
});
