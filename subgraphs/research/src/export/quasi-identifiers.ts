import type { Label, SiteGroupId } from '@nodp/terminology';

/** A level of generalisation: what the released column `c` is written as. Each level is the former one, joined. */
interface Level {
  readonly label: Label;
  /** SQL over a row `c` of the released cases; never null. */
  readonly sql: string;
}

/** Something of a case that somebody may know of a person from elsewhere. */
export interface QuasiIdentifier {
  /** Column of the export. */
  readonly name: string;
  readonly label: Label;
  /** What a study needs most is generalised last: the heavier, the later. */
  readonly weight: number;
  /** Exact, as it is inside: for counting how many persons were unique. */
  readonly exact: string;
  readonly levels: readonly Level[];
}

/** Stands for a value that was generalised away, and for one that is not known. */
const ANY = '*';
const UNKNOWN = 'unknown';

const any: Level = { label: { en: 'left out', zh: '不给出' }, sql: `'${ANY}'` };

const SYSTEMS: Readonly<Record<SiteGroupId, string>> = {
  lung: 'thoracic',
  colorectum: 'digestive',
  stomach: 'digestive',
  liver: 'digestive',
  breast: 'breast',
  thyroid: 'endocrine',
  oesophagus: 'digestive',
  cervix: 'female-genital',
  prostate: 'male-genital',
  pancreas: 'digestive',
  'corpus-uteri': 'female-genital',
  bladder: 'urinary',
  brain: 'nervous-eye',
  leukaemia: 'haematopoietic',
  'non-hodgkin-lymphoma': 'haematopoietic',
  ovary: 'female-genital',
  nasopharynx: 'head-neck',
  kidney: 'urinary',
  gallbladder: 'digestive',
  'lip-oral-pharynx': 'head-neck',
  larynx: 'head-neck',
  myeloma: 'haematopoietic',
  bone: 'bone-skin-soft-tissue',
  melanoma: 'bone-skin-soft-tissue',
  'other-skin': 'bone-skin-soft-tissue',
  'soft-tissue': 'bone-skin-soft-tissue',
  'small-intestine': 'digestive',
  'hodgkin-lymphoma': 'haematopoietic',
  testis: 'male-genital',
  'other-thoracic': 'thoracic',
  'nose-sinuses': 'head-neck',
  'other-female-genital': 'female-genital',
  'other-male-genital': 'male-genital',
  eye: 'nervous-eye',
  'other-endocrine': 'endocrine',
  mesothelioma: 'thoracic',
  'kaposi-sarcoma': 'bone-skin-soft-tissue',
  myeloproliferative: 'haematopoietic',
  other: 'other',
};

const systemSql = `case c.site_group ${Object.entries(SYSTEMS)
  .map(([site, system]) => `when '${site}' then '${system}'`)
  .join(' ')} else 'other' end`;

/** Bands of so many years, the last one open. */
const ageBand = (years: number, last: number): string =>
  `case when c.age_group is null then '${UNKNOWN}' when c.age_group >= ${last} then '${last}+'
    else (c.age_group // ${years} * ${years}) || '–' || (c.age_group // ${years} * ${years} + ${years - 1}) end`;

const year = `coalesce(c.diagnosis_year::varchar, '${UNKNOWN}')`;
/** 2016–2020 and its like. */
const fiveYears = '(c.diagnosis_year - 1) // 5 * 5 + 1';

/**
 * What the export is k-anonymous in. Stated, since k-anonymity promises nothing of what is not among them: whoever knows
 * something else of a person (a drug, the day of death) may tell the person's row from others.
 */
export const QUASI_IDENTIFIERS: readonly QuasiIdentifier[] = [
  {
    name: 'sex',
    label: { en: 'Sex', zh: '性别' },
    weight: 4,
    exact: 'c.sex',
    levels: [
      { label: { en: 'as reported', zh: '按上报' }, sql: `coalesce(c.sex, '${UNKNOWN}')` },
      any,
    ],
  },
  {
    name: 'age_group',
    label: { en: 'Age at diagnosis', zh: '诊断时年龄' },
    weight: 2,
    exact: 'c.age',
    levels: [
      {
        label: { en: 'five years, 85 and more', zh: '五岁组，85岁及以上合并' },
        sql: ageBand(5, 85),
      },
      {
        label: { en: 'ten years, 80 and more', zh: '十岁组，80岁及以上合并' },
        sql: ageBand(10, 80),
      },
      {
        label: { en: 'twenty years, 80 and more', zh: '二十岁组，80岁及以上合并' },
        sql: ageBand(20, 80),
      },
      any,
    ],
  },
  {
    name: 'diagnosed',
    label: { en: 'Time of diagnosis', zh: '诊断时间' },
    weight: 2,
    exact: `c.diagnosis_year || '-' || coalesce(c.diagnosis_month, 0)`,
    levels: [
      {
        label: { en: 'quarter', zh: '季度' },
        sql: `case when c.diagnosis_month is null then ${year} else c.diagnosis_year || '-Q' || ((c.diagnosis_month + 2) // 3) end`,
      },
      { label: { en: 'year', zh: '年' }, sql: year },
      {
        label: { en: 'five years', zh: '五年' },
        sql: `case when c.diagnosis_year is null then '${UNKNOWN}' else (${fiveYears}) || '–' || (${fiveYears} + 4) end`,
      },
      any,
    ],
  },
  {
    name: 'residence',
    label: { en: 'Residence', zh: '居住地' },
    weight: 1,
    exact: 'c.residence',
    levels: [
      {
        label: { en: 'region (first digit of GB/T 2260)', zh: '大区（GB/T 2260首位）' },
        sql: `coalesce(left(c.residence, 1), '${UNKNOWN}')`,
      },
      any,
    ],
  },
  {
    name: 'site_group',
    label: { en: 'Cancer site', zh: '癌种' },
    weight: 4,
    exact: 'c.site_group',
    levels: [
      { label: { en: 'site group', zh: '癌种' }, sql: 'c.site_group' },
      { label: { en: 'organ system', zh: '器官系统' }, sql: systemSql },
      any,
    ],
  },
];
