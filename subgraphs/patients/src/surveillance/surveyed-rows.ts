import { sqlStatement } from '@nodp/database';
import { rowByPatient } from '@nodp/graph';
import {
  latestDay,
  nationalDay,
  type Precision,
  type Surveyed,
  smokingStatusOf,
  storedDate,
} from '@nodp/oncology';
import { drug as drugOf } from '@nodp/terminology/drugs';
import { sql } from 'drizzle-orm';
import { BILIRUBIN, SMOKING, SURVEYED_CODES } from './surveyed-codes.ts';

interface Dated {
  readonly on: string | null;
  readonly precision: Precision | null;
}

/** A row of `patients.surveyed`. */
export interface SurveyedRow {
  readonly patientId: string;
  readonly siteGroup: string | null;
  /** The leading tumour; null where there is none. */
  readonly tumour: {
    readonly topography: string | null;
    readonly morphology: string | null;
    readonly stageGroup: string | null;
  } | null;
  readonly broadStage: string | null;
  readonly diedOn: string | null;
  readonly diedPrecision: Precision | null;
  /** Metastases, and statuses of the disease that say it came back or grew. */
  readonly metastases: readonly (Dated & { readonly status: boolean })[];
  readonly treatments: readonly {
    readonly kind: Surveyed['treatments'][number]['kind'];
    readonly system: string | null;
    readonly code: string | null;
    readonly drug: string | null;
    readonly status: string;
    readonly intent: string | null;
    readonly startedOn: string | null;
    readonly startedPrecision: Precision | null;
    readonly endedOn: string | null;
    readonly endedPrecision: Precision | null;
  }[];
  readonly results: readonly {
    readonly code: string;
    readonly at: string;
    readonly value: number | null;
    readonly comparator: string | null;
    readonly unit: string | null;
    readonly normalValue: number | null;
    readonly normalUnit: string | null;
    readonly high: number | null;
    readonly laboratory: string | null;
    readonly text: string | null;
  }[];
  readonly acted: Surveyed['acted'];
}

/** Over its own limit, or over the usual one in µmol/L. */
const USUAL_BILIRUBIN = 26;

/** The last day that a date may be. */
const dayOf = (on: string | null, precision: Precision | null): string | null => {
  const date = storedDate(on, precision);
  return date === null ? null : latestDay(date);
};

const daysOf = (dates: readonly Dated[]): string[] =>
  dates.flatMap(({ on, precision }) => dayOf(on, precision) ?? []);

const atcOf = (system: string | null, code: string | null, drug: string | null): string | null => {
  const known = drug === null ? undefined : drugOf(drug)?.atc;
  if (known !== undefined) return known;
  const isAtc = code !== null && (/atc/i.test(system ?? '') || /^[A-Z]\d{2}[A-Z]{2}/.test(code));
  return isAtc ? code : null;
};

const smokes = (results: SurveyedRow['results']): boolean | null => {
  const said = results.findLast(({ code }) => code === SMOKING)?.text ?? null;
  const status = said === null ? null : smokingStatusOf(said);
  return status === null ? null : status === 'current';
};

/** What the rules are given of a patient. */
export const surveyedOf = (row: SurveyedRow): Surveyed => ({
  siteGroup: row.siteGroup,
  topography: row.tumour?.topography ?? null,
  morphology: row.tumour?.morphology ?? null,
  stageGroup: row.tumour?.stageGroup ?? null,
  broadStage: row.broadStage,
  died: dayOf(row.diedOn, row.diedPrecision),
  metastases: daysOf(row.metastases.filter(({ status }) => !status)),
  worsened: daysOf(row.metastases.filter(({ status }) => status)),
  treatments: row.treatments.map((t) => ({
    kind: t.kind,
    atc: atcOf(t.system, t.code, t.drug),
    procedure: t.kind === 'SURGERY' ? t.code : null,
    status: t.status,
    intent: t.intent,
    from: dayOf(t.startedOn, t.startedPrecision),
    to: dayOf(t.endedOn, t.endedPrecision),
  })),
  results: row.results.flatMap((r) => {
    if (r.value === null || r.code === SMOKING || BILIRUBIN.includes(r.code)) return [];
    // Over the highest that can be measured the value is at least that.
    return [
      {
        loinc: r.code,
        date: nationalDay(new Date(r.at)),
        value: r.normalValue ?? r.value,
        below: r.comparator === '<' || r.comparator === '<=',
        unit: r.normalUnit ?? r.unit,
        assay: r.laboratory,
      },
    ];
  }),
  bilirubinRaised: row.results.flatMap((r) =>
    BILIRUBIN.includes(r.code) &&
    r.value !== null &&
    (r.normalValue ?? r.value) >
      (r.high ?? (r.normalUnit === 'umol/L' ? USUAL_BILIRUBIN : Infinity))
      ? [nationalDay(new Date(r.at))]
      : [],
  ),
  smoker: smokes(row.results),
  acted: row.acted,
});

/** By patient, of records that the reader may see. */
export const surveyedRow = rowByPatient(
  sqlStatement<SurveyedRow>(sql`
    select * from patients.surveyed(${sql.placeholder('ids')}::uuid[],
      ${sql.raw(`array[${SURVEYED_CODES.map((code) => `'${code}'`).join(', ')}]`)}::text[])`),
);
