import { type CohortSex, type CohortStage, type Criterion, OLDEST } from '@nodp/cohorts';
import type { Label } from '@nodp/terminology';

/** What makes patients alike. */
export interface Likeness {
  readonly site: string;
  readonly stage: CohortStage | null;
  readonly sex: CohortSex | null;
  /** Completed years at diagnosis. */
  readonly age: number | null;
  /** ICD-O-3, four digits. */
  readonly histology: string | null;
}

/** A definition with what was left out or made wider before it was asked. */
export interface Attempt {
  readonly definition: { readonly all: Criterion[] };
  readonly relaxed: readonly Label[];
}

/** Years of diagnosis that count at first, back from the latest of the release. */
const YEARS = 10;

interface Parts extends Likeness {
  readonly years: number | null;
  readonly span: number;
}

/** Ages of so many years either way; a release holds those of 90 and more as one. */
const agesAround = (age: number, span: number): { from: number; to?: number } => {
  const from = Math.max(0, Math.min(age, OLDEST) - span);
  return age + span >= OLDEST ? { from } : { from, to: age + span };
};

const definitionOf = (
  { site, stage, sex, age, histology, years, span }: Parts,
  lastYear: number | null,
): Attempt['definition'] => ({
  all: [
    { site: [site] },
    ...(stage === null ? [] : [{ stage: [stage] }]),
    ...(histology === null ? [] : [{ histology: [histology] }]),
    ...(sex === null ? [] : [{ sex: [sex] }]),
    ...(age === null ? [] : [{ age: agesAround(age, span) }]),
    ...(years === null || lastYear === null ? [] : [{ year: { from: lastYear - years + 1 } }]),
  ],
});

const RELAXATIONS: readonly {
  readonly label: Label;
  readonly relax: (parts: Parts) => Partial<Parts> | null;
}[] = [
  {
    label: {
      en: 'years of diagnosis: all instead of the last ten',
      zh: '诊断年份：由近十年放宽至全部',
    },
    relax: ({ years }) => (years === null ? null : { years: null }),
  },
  {
    label: { en: 'histology left out', zh: '不限组织学' },
    relax: ({ histology }) => (histology === null ? null : { histology: null }),
  },
  {
    label: { en: 'age: ten years either way instead of five', zh: '年龄：由±5岁放宽至±10岁' },
    relax: ({ age }) => (age === null ? null : { span: 10 }),
  },
  {
    label: { en: 'sex left out', zh: '不限性别' },
    relax: ({ sex }) => (sex === null ? null : { sex: null }),
  },
  {
    label: { en: 'age left out', zh: '不限年龄' },
    relax: ({ age }) => (age === null ? null : { age: null }),
  },
];

/** The definitions asked one after another until enough are found: site and stage are never left out. */
export const attemptsOf = (likeness: Likeness, lastYear: number | null): readonly Attempt[] => {
  let parts: Parts = { ...likeness, years: lastYear === null ? null : YEARS, span: 5 };
  const attempts: Attempt[] = [{ definition: definitionOf(parts, lastYear), relaxed: [] }];
  for (const { label, relax } of RELAXATIONS) {
    const wider = relax(parts);
    if (wider === null) continue;
    parts = { ...parts, ...wider };
    const relaxed = [...(attempts.at(-1)?.relaxed ?? []), label];
    attempts.push({ definition: definitionOf(parts, lastYear), relaxed });
  }
  return attempts;
};
