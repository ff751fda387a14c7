import type { Label } from '@nodp/terminology';
import type { PartialDate } from '../dates/partial-date.ts';
import type { InputId } from './inputs.ts';

/** A final result of a laboratory analyte, as a number in the analyte's usual unit. */
export interface LaboratoryResult {
  /** `albumin`, `lactate-dehydrogenase`, …; `bmi`, `weight-kg` and `height-cm` for measures of the body. */
  readonly analyte: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly value: number;
  readonly unit: string | null;
  /** The laboratory's own reference limits in that unit; null where it sent none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What a patient's record holds of a primary tumour and its course, as scores use it. */
export interface PrognosticRecord {
  readonly site: string | null;
  readonly topography: string | null;
  /** ICD-O-3 with behaviour. */
  readonly morphology: string | null;
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  readonly diagnosed: PartialDate | null;
  readonly ageAtDiagnosis: number | null;
  readonly ageNow: number | null;
  /** ICD-O-3, sixth digit. */
  readonly grade: string | null;
  readonly stages: readonly {
    readonly axis: string;
    readonly classification: string | null;
    readonly value: string;
    readonly assessed: PartialDate | null;
  }[];
  /** Of this tumour, or of none in particular. */
  readonly treatments: readonly {
    readonly kind: string;
    readonly drug: string | null;
    readonly started: PartialDate | null;
    readonly given: boolean;
  }[];
  readonly results: readonly LaboratoryResult[];
  readonly performance: readonly {
    readonly scale: string;
    readonly score: number;
    readonly day: string | null;
  }[];
  /** ICD-10 codes of conditions other than cancer, those that ended left out. */
  readonly comorbidities: readonly { readonly icd10: string; readonly label: Label }[];
  /** Metastases of this tumour. */
  readonly metastases: readonly {
    readonly topography: string | null;
    readonly diagnosed: PartialDate | null;
  }[];
  readonly biomarkers: readonly {
    readonly marker: string;
    readonly finding: 'positive' | 'negative' | 'equivocal' | null;
    /** Cells in per cent, where the result is an amount. */
    readonly percent: number | null;
    readonly tested: PartialDate | null;
  }[];
  /** Measures of the tumour; empty where they may be of another. */
  readonly sizes: readonly { readonly mm: number; readonly day: string }[];
  readonly nodes: readonly { readonly count: number; readonly day: string }[];
}

export type Value = number | string | boolean;

/** A value with where it comes from. */
export interface Known {
  readonly value: Value;
  readonly source: Label;
  /** As far as it is known, YYYY-MM-DD, YYYY-MM or YYYY; null where it is not. */
  readonly date: string | null;
}

export type KnownInputs = { readonly [Id in InputId]?: Known };

/** A date as it reads. */
export const written = (date: PartialDate | null): string | null =>
  date === null ? null : date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]);
