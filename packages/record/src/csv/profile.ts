import type { Resource } from '@medplum/fhirtypes';
import type { RecordOf } from '../kind.ts';
import type { CsvRow } from './row.ts';

type PersonPart = NonNullable<RecordOf<'patient'>['leaves']>[number];

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What the cells of a column hold. */
export type CellType =
  | 'text'
  /** A number that names something (a patient, an order): no amount, so that a spreadsheet must not shorten it. */
  | 'identifier'
  /** `2026`, `2026-03`, `2026-03-14`; as precise as it is known. */
  | 'date'
  /** A date, or a date with a time of the day: `2026-03-14 09:30`. */
  | 'time'
  /** An amount, with `<` or `>` before it where that is what is known. */
  | 'number'
  | 'integer'
  /** One of `values`. */
  | 'choice';

export interface CsvColumn {
  /** `diagnosis_date`: what the header says. */
  readonly name: string;
  /** The header in words; the Chinese one is taken as a header too. */
  readonly label: Words;
  /** What belongs into it, where the label does not say it. */
  readonly says?: Words;
  readonly type: CellType;
  readonly required?: true;
  /** Of a number: a laboratory's flag may stand behind it, as in `5.10 H`. */
  readonly flagged?: true;
  /** The words that a choice takes, each in both languages. */
  readonly values?: Readonly<Record<string, Words>>;
  readonly example: string;
  /** Where the kind's reader finds it, by FHIR's path: what is wrong there is told of this column. */
  readonly path: string;
}

/** How records of a kind are sent as rows: its columns, and what FHIR says of a row. */
export interface CsvProfile {
  readonly title: Words;
  readonly columns: readonly CsvColumn[];
  /** The columns that tell a row from others of its patient where it has no record_id. */
  readonly knownBy: readonly string[];
  /** Rows say who a patient is; of every other kind they name whom they are about. */
  readonly isPerson?: true;
  /** Rows may refer to rows before them, so that they are written in their order. */
  readonly refersToItself?: true;
  resource(row: CsvRow): Resource;
  /** Of who a person is: what stands as it was where a file has no such column, by the column's name. */
  readonly leaves?: Readonly<Record<string, PersonPart>>;
}

/** Columns that the rows of every kind have. */
const COMMON: readonly CsvColumn[] = [
  {
    name: 'patient_id',
    label: { en: 'Patient number', zh: '患者编号' },
    says: {
      en: 'The hospital’s own number of the patient, the same in every file.',
      zh: '医院内部的患者编号，各文件须一致。',
    },
    type: 'identifier',
    required: true,
    example: '0000900001',
    path: 'subject',
  },
  {
    name: 'patient_id_system',
    label: { en: 'System of the patient number', zh: '患者编号体系' },
    says: {
      en: 'Only where the same patients are also sent as HL7 v2 or FHIR: the assigner (PID-3.4) or the identifier’s system.',
      zh: '仅当同一患者也以 HL7 v2 或 FHIR 上报时填写：编号的分配机构（PID-3.4）或标识符体系。',
    },
    type: 'text',
    example: '',
    path: 'subject.identifier.system',
  },
];

/** A row's own number; of a person the patient's number is it. */
const RECORD_ID: CsvColumn = {
  name: 'record_id',
  label: { en: 'Record number', zh: '记录编号' },
  says: {
    en: 'The hospital’s own number of the record: sent again with it, the record is corrected. Where it is empty, the record is known by what it says.',
    zh: '医院内部的记录编号：再次上报同一编号即为更正。为空时按记录内容识别。',
  },
  type: 'identifier',
  example: '',
  path: 'id',
};

/** Every column of a profile, in the order of its file. */
export const columnsOf = (profile: CsvProfile): readonly CsvColumn[] =>
  profile.isPerson === true
    ? [...COMMON, ...profile.columns]
    : [
        ...COMMON,
        ...(profile.columns.some((c) => c.name === 'record_id') ? [] : [RECORD_ID]),
        ...profile.columns,
      ];
