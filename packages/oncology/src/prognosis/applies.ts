import type { Label } from '@nodp/terminology';
import type { PrognosticRecord } from './record.ts';
import type { ScoreId } from './scores.ts';

/** Scores of a site, in the order in which they are shown. */
const OF_SITE: Readonly<Record<string, readonly ScoreId[]>> = {
  breast: ['predict-breast-3', 'predict-breast-2', 'npi', 'cts5', 'cps-eg'],
  prostate: ['predict-prostate'],
  'non-hodgkin-lymphoma': ['ipi', 'nccn-ipi'],
  'hodgkin-lymphoma': ['ipi', 'nccn-ipi'],
  kidney: ['imdc'],
  colorectum: ['fong'],
  liver: ['cnlc', 'bclc', 'albi', 'child-pugh', 'amap'],
};

/** Sites of which the Khorana score says nothing: it was made of solid tumours and lymphoma, brain left out. */
const NOT_KHORANA: ReadonlySet<string> = new Set([
  'brain',
  'leukaemia',
  'myeloma',
  'myeloproliferative',
]);

/** The scores that are asked of a tumour, those that do not apply to it among them. */
export const scoresFor = ({ site, comorbidities }: PrognosticRecord): readonly ScoreId[] => {
  if (site === null) return [];
  const own = OF_SITE[site] ?? [];
  const hepatitis = comorbidities.some(({ icd10 }) => /^(?:B18|K74)/.test(icd10));
  return [
    ...own,
    ...(NOT_KHORANA.has(site) ? [] : (['khorana'] as const)),
    ...(hepatitis && site !== 'liver' ? (['amap'] as const) : []),
  ];
};

const because = (en: string, zh: string): Label => ({ en, zh });

/** Beginning of a morphology, without its behaviour. */
const histology = ({ morphology }: PrognosticRecord): number | null => {
  const code = /^(\d{4})/.exec(morphology ?? '')?.[1];
  return code === undefined ? null : Number(code);
};

/** ICD-O-3: diffuse large B-cell lymphoma and its variants. */
const DLBCL: ReadonlySet<number> = new Set([9678, 9679, 9680, 9684, 9688, 9712, 9735, 9737, 9738]);
/** Indolent lymphomas and those with an index of their own; follicular grade 3 (9698) is not among them. */
const NOT_AGGRESSIVE: ReadonlySet<number> = new Set([
  ...[9670, 9671, 9673, 9689, 9690, 9691, 9695, 9699, 9700, 9701, 9718, 9823, 9940],
]);

const isHodgkin = (code: number): boolean => code >= 9650 && code <= 9667;
const isHepatocellular = (code: number): boolean => code >= 8170 && code <= 8175;
/** Renal cell carcinoma; nephroblastoma and urothelial carcinoma are none. */
const isRenalCell = (code: number): boolean =>
  [8255, 8260, 8290, 8310, 8311, 8312, 8316, 8317, 8318, 8319, 8323, 8510].includes(code);

const RULES: { readonly [Id in ScoreId]?: (record: PrognosticRecord) => Label | null } = {
  ipi: (record) => {
    const code = histology(record);
    if (code === null) return null;
    if (isHodgkin(code) || record.site === 'hodgkin-lymphoma')
      return because(
        'Hodgkin lymphoma: the index is of non-Hodgkin lymphoma.',
        '霍奇金淋巴瘤：该指数用于非霍奇金淋巴瘤。',
      );
    return NOT_AGGRESSIVE.has(code)
      ? because(
          'Made of aggressive lymphoma; this one is indolent or has an index of its own.',
          '该指数用于侵袭性淋巴瘤；此类型为惰性或另有专用指数。',
        )
      : null;
  },
  'nccn-ipi': (record) => {
    const code = histology(record);
    return code === null || DLBCL.has(code)
      ? null
      : because('Made of diffuse large B-cell lymphoma alone.', '仅用于弥漫大B细胞淋巴瘤。');
  },
  imdc: (record) => {
    const code = histology(record);
    const elsewhere = record.topography !== null && !record.topography.startsWith('C64');
    if (elsewhere || (code !== null && !isRenalCell(code)))
      return because('Not a renal cell carcinoma.', '非肾细胞癌。');
    const spread =
      record.metastases.some(({ topography }) => topography?.startsWith('C77') !== true) ||
      record.stages.some(({ axis, value }) => axis === 'M' && value.startsWith('M1'));
    return spread ? null : because('No metastasis is recorded.', '未记录转移。');
  },
  fong: ({ metastases }) =>
    metastases.some(({ topography }) => topography?.startsWith('C22') === true)
      ? null
      : because('No liver metastasis is recorded.', '未记录肝转移。'),
  amap: ({ site }) =>
    site === 'liver'
      ? because(
          'It estimates the risk of a liver cancer, and one is diagnosed already.',
          '该评分估计患肝癌的风险，而该患者已确诊肝癌。',
        )
      : null,
};

const ofLiver = (record: PrognosticRecord): Label | null => {
  const code = histology(record);
  // A liver tumour without histology is diagnosed by imaging as hepatocellular carcinoma.
  return code === null || code === 8000 || code === 8010 || isHepatocellular(code)
    ? null
    : because('Not a hepatocellular carcinoma.', '非肝细胞癌。');
};

const SOLID_CARCINOMA: ReadonlySet<ScoreId> = new Set([
  ...(['predict-breast-3', 'predict-breast-2', 'npi', 'cts5', 'cps-eg'] as const),
]);

/** Why a score is not for a tumour, whatever its inputs are; null where it may be. */
export const notForTumour = (score: ScoreId, record: PrognosticRecord): Label | null => {
  if (record.morphology?.endsWith('/2') === true)
    return because('Not for carcinoma in situ.', '不适用于原位癌。');
  const code = histology(record);
  if (SOLID_CARCINOMA.has(score)) {
    if (record.sex === 'MALE') return because('Not for men.', '不适用于男性。');
    if (code !== null && code >= 8680)
      return because('Not a carcinoma of the breast.', '非乳腺癌（癌）。');
  }
  if (score === 'cnlc' || score === 'bclc' || score === 'albi') return ofLiver(record);
  return RULES[score]?.(record) ?? null;
};
