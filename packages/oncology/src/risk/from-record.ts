import type { Label } from '@nodp/terminology';
import type { PartialDate } from '../dates/partial-date.ts';
import { type Known, type LaboratoryResult, written } from '../prognosis/record.ts';
import { smokingStatusOf } from '../smoking-status/smoking-status.ts';

/** What a patient's record holds, as models of risk use it. */
export interface RiskRecord {
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  /** Null of who is dead, or whose birth is not known. */
  readonly ageNow: number | null;
  readonly results: readonly LaboratoryResult[];
  /** What was said last of smoking, as it was sent. */
  readonly smoking: { readonly words: string; readonly day: string } | null;
  readonly conditions: readonly {
    readonly icd10: string;
    readonly label: Label;
    readonly onset: PartialDate | null;
  }[];
  /** Primary tumours, in situ ones among them. */
  readonly tumours: readonly {
    readonly topography: string | null;
    /** ICD-O-3 with behaviour. */
    readonly morphology: string | null;
    readonly label: Label;
    readonly diagnosed: PartialDate | null;
  }[];
}

/** Inputs that a record answers, each with its source and date; what it does not say stays not known. */
export type RiskKnown = Readonly<Record<string, Known>>;

const LABORATORY = { en: 'latest laboratory result', zh: '最近一次检验结果' };

/** Analytes and the inputs that their latest result fills, in the same unit. */
const ANALYTES: Readonly<Record<string, string>> = {
  bilirubin_umol_L: 'bilirubin-total',
  albumin_g_L: 'albumin',
  platelets_10e9_L: 'platelets',
  alt_U_L: 'alanine-aminotransferase',
};

const latest = (record: RiskRecord, analyte: string): LaboratoryResult | null =>
  record.results
    .filter((one) => one.analyte === analyte)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .at(-1) ?? null;

const bmi = (record: RiskRecord): Known | undefined => {
  const measured = latest(record, 'bmi');
  const weight = latest(record, 'weight-kg');
  const height = latest(record, 'height-cm');
  if (measured !== null && (weight === null || measured.day >= weight.day))
    return {
      value: measured.value,
      source: { en: 'as measured', zh: '测量值' },
      date: measured.day,
    };
  if (weight === null || height === null || height.value <= 0) return undefined;
  return {
    value: Math.round((weight.value / (height.value / 100) ** 2) * 10) / 10,
    source: {
      en: `weight ${weight.value} kg, height ${height.value} cm`,
      zh: `体重${weight.value} kg，身高${height.value} cm`,
    },
    date: weight.day,
  };
};

const smokingOf = ({ smoking }: RiskRecord): Known | undefined => {
  if (smoking === null) return undefined;
  const value = smokingStatusOf(smoking.words);
  // Models part who stopped from who never smoked.
  if (value === null || value === 'not-current') return undefined;
  return { value, source: { en: smoking.words, zh: smoking.words }, date: smoking.day };
};

/** ICD-10 of conditions that an input asks for. That none is recorded says nothing. */
const CONDITIONS: Readonly<Record<string, RegExp>> = {
  copd: /^J44/,
  pneumonia: /^J1[2-8]/,
  cirrhosis: /^(?:K74\.[3-6]|K70\.3)/,
};

const conditionOf = ({ conditions }: RiskRecord, pattern: RegExp): Known | undefined => {
  const found = conditions.find(({ icd10 }) => pattern.test(icd10));
  return found && { value: true, source: found.label, date: written(found.onset) };
};

const isMalignant = ({ morphology }: RiskRecord['tumours'][number]): boolean =>
  morphology === null || morphology.endsWith('/3');

const isOfBreast = ({ topography, morphology }: RiskRecord['tumours'][number]): boolean =>
  topography?.startsWith('C50') === true && (morphology === null || /\/[23]$/.test(morphology));

const tumourOf = (found: RiskRecord['tumours'][number] | undefined): Known | undefined =>
  found && { value: true, source: found.label, date: written(found.diagnosed) };

/** Everything of the form that a patient's record answers. */
export const riskOfRecord = (record: RiskRecord): RiskKnown => {
  const found: Readonly<Record<string, Known | undefined>> = {
    age:
      record.ageNow === null
        ? undefined
        : {
            value: record.ageNow,
            source: { en: 'from the date of birth', zh: '由出生日期计算' },
            date: null,
          },
    male:
      record.sex === 'MALE' || record.sex === 'FEMALE'
        ? {
            value: record.sex === 'MALE',
            source: { en: 'sex recorded', zh: '登记性别' },
            date: null,
          }
        : undefined,
    smoking: smokingOf(record),
    bmi: bmi(record),
    ...Object.fromEntries(
      Object.entries(ANALYTES).map(([id, analyte]) => {
        const result = latest(record, analyte);
        return [
          id,
          result === null
            ? undefined
            : { value: result.value, source: LABORATORY, date: result.day },
        ];
      }),
    ),
    ...Object.fromEntries(
      Object.entries(CONDITIONS).map(([id, pattern]) => [id, conditionOf(record, pattern)]),
    ),
    personal_cancer: tumourOf(record.tumours.find(isMalignant)),
    breast_cancer: tumourOf(record.tumours.find(isOfBreast)),
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([id, known]) => (known === undefined ? [] : [[id, known]])),
  );
};
