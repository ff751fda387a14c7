import { albiScore } from '../albi/rule.ts';
import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const AMAP_VERSION = 1;

export const AMAP = clinicalRule({
  id: 'amap',
  version: AMAP_VERSION,
  title: { en: 'aMAP score (risk of hepatocellular carcinoma)', zh: 'aMAP评分（肝癌风险）' },
  source: 'Fan R et al. J Hepatol 2020;73:1368-78',
  mark: 'seen',
  population: { en: 'Chronic hepatitis; Asia and Europe', zh: '慢性肝炎；亚洲和欧洲' },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 120),
    male: flag('male', '男性'),
    bilirubin_umol_L: number('total bilirubin in µmol/L', '总胆红素（µmol/L）', 0.1, 2000),
    albumin_g_L: number('albumin in g/L', '白蛋白（g/L）', 1, 100),
    platelets_10e9_L: number('platelets in 10⁹/L', '血小板（10⁹/L）', 0, 3000),
  },
  outputs: ['score', 'risk'],
  decide: (given) => {
    const { age, male, bilirubin_umol_L, albumin_g_L, platelets_10e9_L } = given;
    if (
      age === null ||
      male === null ||
      bilirubin_umol_L === null ||
      albumin_g_L === null ||
      platelets_10e9_L === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const albi = albiScore(bilirubin_umol_L, albumin_g_L);
    const raw = 0.06 * age + (male ? 0.89 : 0) + 0.48 * albi - 0.01 * platelets_10e9_L + 7.4;
    const score = (raw / 14.77) * 100;
    const risk = score < 50 ? 'low' : score <= 60 ? 'medium' : 'high';
    return decided({ score, risk }, [
      {
        en: `aMAP ${score.toFixed(1)}: ${risk} risk (below 50 low, 50 to 60 medium, above 60 high).`,
        zh: `aMAP ${score.toFixed(1)}：${{ low: '低', medium: '中', high: '高' }[risk]}风险（<50低，50–60中，>60高）。`,
      },
    ]);
  },
});
