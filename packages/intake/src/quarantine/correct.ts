import type { HeldChange } from '@nodp/database/tables';
import {
  type ClinicalRecord,
  instant,
  type Kind,
  type PartialDate,
  partialDate,
  type RecordOf,
} from '@nodp/record';
import { parseMorphology, siteGroupOf } from '@nodp/terminology';
import { basisOfDiagnosisLabel } from '@nodp/terminology/basis-of-diagnosis';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { isHistology } from '@nodp/terminology/morphology';
import { nosTopography } from '@nodp/terminology/topography';
import { toCanonical } from '@nodp/terminology/ucum';
import type { Said } from '../edits/edit.ts';

/** What a field takes: a form offers it. */
export type FieldType =
  | 'date'
  | 'time'
  | 'number'
  | 'text'
  | 'topography'
  | 'morphology'
  | 'basis-of-diagnosis';

interface Field<K extends Kind> {
  readonly label: Said;
  readonly type: FieldType;
  readonly read: (record: RecordOf<K>) => string;
  /** The record with the value; null where the field does not take it. */
  readonly write: (record: RecordOf<K>, value: string) => RecordOf<K> | null;
}
type Fields<K extends Kind> = Readonly<Record<string, Field<K>>>;

const written = (date: PartialDate | null): string =>
  date === null
    ? ''
    : date.date.slice(0, date.precision === 'year' ? 4 : date.precision === 'month' ? 7 : 10);

/** A date that may be left out, where the true one is not known. */
const dateField = <K extends Kind, N extends string>(
  label: Said,
  name: N & keyof RecordOf<K>,
): Field<K> => ({
  label,
  type: 'date',
  read: (record) => written(record[name] as PartialDate | null),
  write: (record, value) => {
    const date = value === '' ? null : partialDate(value);
    return value !== '' && (date === null || value.includes('T'))
      ? null
      : ({ ...record, [name]: date } as RecordOf<K>);
  },
});

/** The group follows from site and histology, as the reader of tumours has it. */
const grouped = (r: RecordOf<'tumour'>): RecordOf<'tumour'> => ({
  ...r,
  siteGroup:
    r.spread === 'PRIMARY' && r.topography !== null
      ? siteGroupOf(r.topography, r.morphology?.startsWith('8000/') ? null : r.morphology)
      : r.siteGroup,
});

const tumour: Fields<'tumour'> = {
  diagnosed: dateField({ en: 'Date of diagnosis', zh: '诊断日期' }, 'diagnosed'),
  topography: {
    label: { en: 'Site (ICD-O-3)', zh: '部位（ICD-O-3）' },
    type: 'topography',
    read: ({ topography }) => topography ?? '',
    write: (r, value) => {
      const topography = nosTopography(value);
      return topography === null ? null : grouped({ ...r, topography });
    },
  },
  morphology: {
    label: { en: 'Morphology (ICD-O-3)', zh: '形态学（ICD-O-3）' },
    type: 'morphology',
    read: ({ morphology }) => morphology ?? '',
    write: (r, value) => {
      const parsed = parseMorphology(value);
      return parsed === null || !isHistology(parsed.histology)
        ? null
        : grouped({ ...r, morphology: parsed.code });
    },
  },
  basisOfDiagnosis: {
    label: { en: 'Basis of diagnosis', zh: '诊断依据' },
    type: 'basis-of-diagnosis',
    read: ({ basisOfDiagnosis }) => basisOfDiagnosis ?? '',
    write: (r, value) =>
      basisOfDiagnosisLabel(value) === null
        ? null
        : { ...r, basisOfDiagnosis: value as RecordOf<'tumour'>['basisOfDiagnosis'] },
  },
};

const stage: Fields<'stage'> = {
  assessed: dateField({ en: 'Date of the stage', zh: '分期日期' }, 'assessed'),
};

const treatment: Fields<'treatment'> = {
  started: dateField({ en: 'Start', zh: '开始日期' }, 'started'),
  ended: dateField({ en: 'End', zh: '结束日期' }, 'ended'),
};

const amount = (
  r: RecordOf<'observation'>,
  value: number,
  unit: string | null,
): RecordOf<'observation'> => {
  const analyte = analyteOfLoinc(r.what.code);
  const normal = analyte === null || unit === null ? null : toCanonical(analyte, value, unit);
  return {
    ...r,
    value: { value, digits: null, comparator: r.value?.comparator ?? null, unit, normal },
  };
};

const observation: Fields<'observation'> = {
  at: {
    label: { en: 'Taken at', zh: '采样时间' },
    type: 'time',
    read: ({ at }) => at,
    write: (r, value) => {
      const at = instant(value);
      return at === null ? null : { ...r, at };
    },
  },
  value: {
    label: { en: 'Value', zh: '数值' },
    type: 'number',
    read: ({ value }) => (value === null ? '' : String(value.value)),
    write: (r, value) => {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? amount(r, number, r.value?.unit ?? null) : null;
    },
  },
  unit: {
    label: { en: 'Unit', zh: '单位' },
    type: 'text',
    read: ({ value }) => value?.unit ?? '',
    write: (r, value) => (r.value === null ? null : amount(r, r.value.value, value || null)),
  },
};

/** What of a held record may be put right here; the rest its sender sends again. */
const CORRECTABLE: { readonly [K in Kind]?: Fields<K> } = { tumour, stage, treatment, observation };

const fieldsOf = (record: ClinicalRecord): Fields<Kind> =>
  (CORRECTABLE[record.kind] ?? {}) as unknown as Fields<Kind>;

/** A field as a form shows it. */
export interface ShownField {
  readonly name: string;
  readonly label: Said;
  readonly type: FieldType;
  readonly value: string;
}

export const shownFields = (record: ClinicalRecord): ShownField[] =>
  Object.entries(fieldsOf(record)).map(([name, { label, type, read }]) => ({
    name,
    label,
    type,
    value: read(record),
  }));

/** A value that somebody puts in. */
export interface Correction {
  readonly record: number;
  readonly field: string;
  readonly value: string;
}

export interface Corrected {
  readonly records: readonly ClinicalRecord[];
  readonly changes: readonly HeldChange[];
  /** Values that their fields do not take. */
  readonly unfit: readonly Correction[];
}

/** The records with the values put in; those that say what is there already change nothing. */
export const correct = (
  records: readonly ClinicalRecord[],
  corrections: readonly Correction[],
): Corrected => {
  const corrected = [...records];
  const changes: HeldChange[] = [];
  const unfit: Correction[] = [];
  for (const one of corrections) {
    const record = corrected[one.record];
    const field =
      record !== undefined && Object.hasOwn(fieldsOf(record), one.field)
        ? fieldsOf(record)[one.field]
        : undefined;
    const value = one.value.trim();
    const from = record === undefined ? '' : (field?.read(record) ?? '');
    if (field !== undefined && value === from) continue;
    const changed = record === undefined ? null : (field?.write(record, value) ?? null);
    if (changed === null) unfit.push(one);
    else {
      corrected[one.record] = changed;
      changes.push({ record: one.record, field: one.field, from, to: value });
    }
  }
  return { records: corrected, changes, unfit };
};
