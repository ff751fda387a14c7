import { drug } from '@nodp/terminology/drugs';
import { middleDay } from '../dates/partial-date.ts';
import { isCharlson } from './charlson.ts';
import type { InputId } from './inputs.ts';
import { type Known, type KnownInputs, type PrognosticRecord, written } from './record.ts';
import {
  baselineOf,
  baselineResult,
  beyond,
  bodyMassIndex,
  correctedCalcium,
  ownValue,
} from './results.ts';
import { tumourInputs } from './tumour-inputs.ts';

const personInputs = ({ sex, ageAtDiagnosis, ageNow, diagnosed }: PrognosticRecord) => ({
  ...(sex === 'FEMALE' || sex === 'MALE'
    ? {
        male: { value: sex === 'MALE', source: { en: 'sex recorded', zh: '登记性别' }, date: null },
      }
    : {}),
  ...(ageAtDiagnosis === null
    ? {}
    : {
        age: {
          value: ageAtDiagnosis,
          source: { en: 'from the date of birth', zh: '由出生日期计算' },
          date: written(diagnosed),
        },
      }),
  ...(ageNow === null
    ? {}
    : {
        age_now: {
          value: ageNow,
          source: { en: 'from the date of birth', zh: '由出生日期计算' },
          date: null,
        },
      }),
});

/** The first result of a marker at diagnosis that says something; one that came later is no baseline. */
const marker = (
  record: PrognosticRecord,
  name: string,
): PrognosticRecord['biomarkers'][number] | null => {
  const from = baselineOf(record)?.from ?? '';
  const own = record.biomarkers
    .filter((one) => one.marker === name && (one.tested === null || middleDay(one.tested) >= from))
    .toSorted((a, b) => (a.tested?.date ?? '9').localeCompare(b.tested?.date ?? '9'));
  return (
    own.find(({ finding }) => finding === 'positive' || finding === 'negative') ?? own[0] ?? null
  );
};

const receptor = (record: PrognosticRecord, name: string): Known | undefined => {
  const found = marker(record, name);
  if (found === null || found.finding === null) return undefined;
  const equivocal = found.finding === 'equivocal';
  return {
    value: equivocal ? 'unknown' : found.finding,
    source: equivocal
      ? { en: `${name}: equivocal`, zh: `${name}：可疑（不确定）` }
      : { en: `${name} tested`, zh: `${name}检测` },
    date: written(found.tested),
  };
};

/** High above 10 % of cells, as PREDICT counts it; a finding without a number may mean another limit. */
const ki67 = (record: PrognosticRecord): Known | undefined => {
  const found = record.biomarkers.find(
    ({ marker: name, percent }) => name === 'Ki-67' && percent !== null,
  );
  if (found === undefined || found.percent === null) return undefined;
  return {
    value: found.percent > 10 ? 'yes' : 'no',
    source: { en: `Ki-67 ${found.percent} %`, zh: `Ki-67 ${found.percent}%` },
    date: written(found.tested),
  };
};

/** ATC codes whose giving answers an input. Absence of a record is no absence of the drug. */
const DRUGS: readonly (readonly [InputId, RegExp])[] = [
  ['endocrine', /^L02(?:BA|BG|AE)/],
  ['trastuzumab', /^L01FD0[134]/],
  ['bisphosphonate', /^M05BA/],
  ['esa', /^B03XA/],
];

const treatmentInputs = ({ treatments }: PrognosticRecord): KnownInputs => {
  const given = treatments.filter((one) => one.given);
  const entries = DRUGS.flatMap(([input, atc]) => {
    const found = given.find((one) => one.drug !== null && atc.test(drug(one.drug)?.atc ?? ''));
    if (found?.drug === null || found === undefined) return [];
    const name = drug(found.drug)?.label ?? { en: found.drug, zh: found.drug };
    return [[input, { value: true, source: name, date: written(found.started) }] as const];
  });
  const radiation = given.find(({ kind }) => kind === 'RADIOTHERAPY');
  return {
    ...Object.fromEntries(entries),
    ...(radiation !== undefined && {
      radiotherapy: {
        value: true,
        source: { en: 'radiotherapy recorded', zh: '已记录放疗' },
        date: written(radiation.started),
      },
    }),
  };
};

const performanceOf = (record: PrognosticRecord, scale: string): Known | undefined => {
  const window = baselineOf(record);
  if (window === null) return undefined;
  const found = record.performance
    .filter(
      (one) =>
        one.scale === scale && one.day !== null && one.day >= window.from && one.day <= window.to,
    )
    .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
    .at(-1);
  // ECOG 5 is death: no score is asked of the dead.
  if (found === undefined || (scale === 'ECOG' && found.score > 4)) return undefined;
  return {
    value: found.score,
    source: { en: `${scale} recorded before treatment`, zh: `治疗前记录的${scale}` },
    date: found.day,
  };
};

const comorbidity = ({ comorbidities }: PrognosticRecord): Known | undefined => {
  const found = comorbidities.find(({ icd10 }) => isCharlson(icd10));
  return found && { value: true, source: found.label, date: null };
};

/** Months of 30.4375 days, to a tenth. */
const monthsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 3.04375) / 10;

const intervals = ({ diagnosed, treatments, metastases }: PrognosticRecord): KnownInputs => {
  if (diagnosed === null || diagnosed.precision === 'year') return {};
  const from = middleDay(diagnosed);
  const systemic = treatments
    .flatMap(({ kind, started, given }) =>
      kind === 'SYSTEMIC' && given && started !== null && started.precision !== 'year'
        ? [started]
        : [],
    )
    .toSorted((a, b) => a.date.localeCompare(b.date))[0];
  const liver = metastases
    .filter(({ topography }) => topography?.startsWith('C22') === true)
    .flatMap((one) =>
      one.diagnosed !== null && one.diagnosed.precision !== 'year' ? [one.diagnosed] : [],
    )
    .toSorted((a, b) => a.date.localeCompare(b.date))[0];
  const until = (to: typeof systemic, en: string, zh: string): Known | undefined =>
    to === undefined
      ? undefined
      : {
          value: Math.max(0, monthsBetween(from, middleDay(to))),
          source: { en: `from ${written(diagnosed)} to ${en}`, zh: `${written(diagnosed)}至${zh}` },
          date: written(to),
        };
  return known({
    months_to_systemic: until(systemic, 'the first drugs recorded', '首次记录用药'),
    disease_free_months: until(liver, 'the liver metastasis', '肝转移'),
  });
};

const KHORANA: Readonly<Record<string, string>> = {
  stomach: 'stomach',
  pancreas: 'pancreas',
  lung: 'lung',
  'non-hodgkin-lymphoma': 'lymphoma',
  'hodgkin-lymphoma': 'lymphoma',
  cervix: 'gynaecological',
  'corpus-uteri': 'gynaecological',
  ovary: 'gynaecological',
  'other-female-genital': 'gynaecological',
  bladder: 'bladder',
  testis: 'testis',
};

const known = (inputs: Readonly<Record<string, Known | undefined>>): KnownInputs =>
  Object.fromEntries(Object.entries(inputs).filter(([, one]) => one !== undefined));

const laboratoryInputs = (record: PrognosticRecord): KnownInputs => {
  const baseline = (analyte: string) => baselineResult(record, analyte);
  const ldh = baseline('lactate-dehydrogenase');
  return known({
    ldh: ownValue(ldh),
    ldh_uln:
      ldh?.high === null || ldh === null
        ? undefined
        : {
            value: ldh.high,
            source: { en: 'the laboratory’s own limit', zh: '检验室参考上限' },
            date: ldh.day,
          },
    haemoglobin: ownValue(baseline('haemoglobin')),
    haemoglobin_low: beyond(baseline('haemoglobin'), 'low'),
    neutrophils_high: beyond(baseline('neutrophils'), 'high'),
    platelets_high: beyond(baseline('platelets'), 'high'),
    calcium_high: correctedCalcium(record),
    platelets: ownValue(baseline('platelets')),
    leukocytes: ownValue(baseline('leukocytes')),
    bilirubin: ownValue(baseline('bilirubin-total')),
    albumin: ownValue(baseline('albumin')),
    inr: ownValue(baseline('inr')),
    psa: ownValue(baseline('psa')),
    cea: ownValue(baseline('cea')),
    bmi: bodyMassIndex(record),
  });
};

/** Every input that the record answers, each with its source and date. */
export const inputsOfRecord = (record: PrognosticRecord): KnownInputs => ({
  ...personInputs(record),
  ...tumourInputs(record),
  ...laboratoryInputs(record),
  ...treatmentInputs(record),
  ...intervals(record),
  ...known({
    er: receptor(record, 'ER'),
    pr: receptor(record, 'PR'),
    her2: receptor(record, 'HER2'),
    ki67_high: ki67(record),
    ecog: performanceOf(record, 'ECOG'),
    karnofsky: performanceOf(record, 'Karnofsky'),
    comorbidity: comorbidity(record),
    khorana_site: {
      value: KHORANA[record.site ?? ''] ?? 'other',
      source: { en: 'site of the tumour', zh: '肿瘤部位' },
      date: null,
    },
  }),
});
