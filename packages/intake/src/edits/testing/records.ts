import type { ClinicalRecord, RecordOf } from '@nodp/record';
import type { About, Person } from '../edit.ts';
import { findingsIn } from '../examine.ts';

const sent = { system: null, code: null, display: null };
export const day = (date: string) => ({ date, precision: 'day' as const });
const source = (id: string) => ({ type: 'Condition', id, entry: 'e' });

export const tumour = (more: Partial<RecordOf<'tumour'>> = {}): RecordOf<'tumour'> => ({
  kind: 'tumour',
  source: source('t'),
  patient: 'p',
  spread: 'PRIMARY',
  siteGroup: null,
  topography: 'C34.1',
  morphology: '8140/3',
  icd10: null,
  grade: null,
  laterality: null,
  basisOfDiagnosis: null,
  diagnosed: day('2020-03-01'),
  clinicalStatus: null,
  sent,
  ...more,
});

export const observation = (
  code: string,
  value: number,
  unit: string,
  normal: number | null = value,
) =>
  ({
    kind: 'observation',
    source: source('o'),
    patient: 'p',
    category: 'laboratory',
    what: { system: 'http://loinc.org', code, display: null },
    at: '2020-03-01T08:00:00+08:00',
    value: {
      value,
      comparator: null,
      unit,
      normal: normal === null ? null : { value: normal, unit },
    },
    text: null,
    interpretation: null,
    referenceLow: null,
    referenceHigh: null,
  }) as RecordOf<'observation'>;

export const treatment = (more: Partial<RecordOf<'treatment'>>): RecordOf<'treatment'> =>
  ({
    kind: 'treatment',
    source: source('x'),
    patient: 'p',
    what: 'SURGERY',
    started: null,
    tumour: null,
    ...more,
  }) as RecordOf<'treatment'>;

const person = (more: Partial<Person> = {}): Person => ({
  sex: 'MALE',
  born: day('1950-01-01'),
  died: null,
  tumours: [],
  ...more,
});
export const about = (more: Partial<Person> | null = {}): About => ({
  person: more === null ? null : person(more),
  today: day('2026-11-29'),
});

export const found = (record: ClinicalRecord, beside: About = about()) =>
  findingsIn([record], beside).map(({ edit, severity }) => `${edit} ${severity}`);

/** Born so many years before the diagnosis. */
export const aged = (years: number, more: Partial<Person> = {}): About =>
  about({ born: day(`${2020 - years}-01-01`), ...more });
