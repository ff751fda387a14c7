import { choice, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const CHILD_PUGH_VERSION = 1;

/** 1 up to the first limit, 2 up to the second, 3 beyond. */
const points = (
  value: number,
  first: (v: number) => boolean,
  second: (v: number) => boolean,
): number => (first(value) ? 1 : second(value) ? 2 : 3);

const ASCITES = { none: 1, mild: 2, 'moderate-severe': 3 } as const;
const ENCEPHALOPATHY = { none: 1, 'grade 1-2': 2, 'grade 3-4': 3 } as const;

export const CHILD_PUGH = clinicalRule({
  id: 'child-pugh',
  version: CHILD_PUGH_VERSION,
  title: { en: 'Child–Pugh class', zh: 'Child-Pugh分级' },
  source:
    'Pugh RN et al. Br J Surg 1973;60:646-9 (INR limits as in the EASL and the Chinese 2024 guideline)',
  sourceInChinese: 'Pugh RN et al. Br J Surg 1973;60:646-9（INR界值按EASL及中国2024年指南）',
  mark: 'seen',
  population: { en: 'Cirrhosis', zh: '肝硬化' },
  fields: {
    bilirubin_umol_L: number('total bilirubin in µmol/L', '总胆红素（µmol/L）', 0, 2000),
    albumin_g_L: number('albumin in g/L', '白蛋白（g/L）', 1, 100),
    inr: number('INR', '国际标准化比值', 0.3, 20),
    ascites: choice('ascites', '腹水', {
      none: 'none',
      mild: 'mild',
      slight: 'mild',
      moderate: 'moderate-severe',
      severe: 'moderate-severe',
      'moderate-severe': 'moderate-severe',
      无: 'none',
      轻度: 'mild',
      中重度: 'moderate-severe',
    }),
    encephalopathy: choice('encephalopathy', '肝性脑病', {
      none: 'none',
      'grade 1-2': 'grade 1-2',
      '1-2': 'grade 1-2',
      'grade 3-4': 'grade 3-4',
      '3-4': 'grade 3-4',
      无: 'none',
    }),
  },
  outputs: ['points', 'cls'],
  decide: (given) => {
    const { bilirubin_umol_L, albumin_g_L, inr, ascites, encephalopathy } = given;
    if (
      bilirubin_umol_L === null ||
      albumin_g_L === null ||
      inr === null ||
      ascites === null ||
      encephalopathy === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      points(
        bilirubin_umol_L,
        (v) => v < 34,
        (v) => v <= 51,
      ),
      points(
        albumin_g_L,
        (v) => v > 35,
        (v) => v >= 28,
      ),
      points(
        inr,
        (v) => v < 1.7,
        (v) => v <= 2.3,
      ),
      ASCITES[ascites as keyof typeof ASCITES],
      ENCEPHALOPATHY[encephalopathy as keyof typeof ENCEPHALOPATHY],
    ];
    const sum = parts.reduce((a, b) => a + b, 0);
    const cls = sum <= 6 ? 'A' : sum <= 9 ? 'B' : 'C';
    const written = parts.join(' + ');
    return decided({ points: sum, cls }, [
      {
        en: `Bilirubin, albumin, INR, ascites, encephalopathy: ${written} = ${sum}, class ${cls}.`,
        zh: `胆红素、白蛋白、INR、腹水、肝性脑病：${written} = ${sum}，${cls}级。`,
      },
    ]);
  },
});
