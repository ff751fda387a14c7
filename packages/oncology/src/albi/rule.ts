import { number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const ALBI_VERSION = 1;

/**
 * The albumin–bilirubin score: 0.66 × log10 of bilirubin in µmol/L − 0.085 × albumin in g/L. The cut-offs were set with
 * −0.085 (abstract; the text of the paper has −0.0852). Source: Johnson PJ et al., J Clin Oncol 2015;33:550–558.
 */
export const albiScore = (bilirubin: number, albumin: number): number =>
  0.66 * Math.log10(bilirubin) - 0.085 * albumin;

const CUTS = [-2.6, -2.27, -1.39] as const;

export const ALBI = clinicalRule({
  id: 'albi',
  version: ALBI_VERSION,
  title: { en: 'ALBI and modified ALBI grade', zh: 'ALBI及改良ALBI分级' },
  source:
    'Johnson PJ et al. J Clin Oncol 2015;33:550-8; mALBI: Hiraoka A et al. Liver Cancer 2017;6:325-36',
  mark: 'seen',
  population: {
    en: 'Hepatocellular carcinoma; Japan, Europe, United States and China',
    zh: '肝细胞癌；日本、欧洲、美国和中国',
  },
  fields: {
    bilirubin_umol_L: number('total bilirubin in µmol/L', '总胆红素（µmol/L）', 0.1, 2000),
    albumin_g_L: number('albumin in g/L', '白蛋白（g/L）', 1, 100),
  },
  outputs: ['score', 'grade', 'mALBI'],
  decide: (given) => {
    const { bilirubin_umol_L: bilirubin, albumin_g_L: albumin } = given;
    if (bilirubin === null || albumin === null)
      return needs(missingOf(given, ['bilirubin_umol_L', 'albumin_g_L']));
    const score = albiScore(bilirubin, albumin);
    const grade = score <= CUTS[0] ? '1' : score <= CUTS[2] ? '2' : '3';
    const modified = grade !== '2' ? grade : score <= CUTS[1] ? '2a' : '2b';
    const near = CUTS.some((cut) => Math.abs(score - cut) < 0.01);
    return decided({ score, grade, mALBI: modified }, [
      {
        en: `0.66 × log10(${bilirubin}) − 0.085 × ${albumin} = ${score.toFixed(4)}: grade ${grade}, modified grade ${modified}.`,
        zh: `0.66 × log10(${bilirubin}) − 0.085 × ${albumin} = ${score.toFixed(4)}：${grade}级，改良${modified}级。`,
      },
      ...(near
        ? [
            {
              en: 'The score is within 0.01 of a cut-off: read the score, not the grade alone.',
              zh: '评分距界值不足0.01：请看评分本身，勿仅看分级。',
            },
          ]
        : []),
    ]);
  },
});
