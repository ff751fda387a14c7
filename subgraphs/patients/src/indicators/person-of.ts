import { type PersonRecord, type Precision, storedDate } from '@nodp/oncology';
import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import { drug as drugOf } from '@nodp/terminology/drugs';
import { siteOfBody } from '@nodp/terminology/site-of-body';
import { NOT_RELEASED } from '../kinds/treatment/not-given.ts';

interface Dated {
  readonly on: string | null;
  readonly precision: Precision | null;
}
interface OfTumour {
  readonly institutionId: string;
  readonly tumourSourceId: string | null;
}
interface Coded {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}
interface Sited {
  readonly siteSystem: string | null;
  readonly siteCode: string | null;
}

/** A row of `patients.indicator_facts`. */
export interface IndicatorFacts {
  readonly patientId: string;
  readonly sex: string;
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
  readonly diedOn: string | null;
  readonly diedPrecision: Precision | null;
  /** Institutions in whose care the patient is. */
  readonly care: readonly string[];
  readonly reports: readonly (Omit<PersonRecord['reports'][number], 'diagnosed'> & Dated)[];
  readonly treatments: readonly (OfTumour &
    Coded &
    Sited &
    Dated & {
      readonly kind: PersonRecord['treatments'][number]['kind'];
      readonly drug: string | null;
      readonly status: string;
    })[];
  readonly biomarkers: readonly (OfTumour &
    Coded &
    Dated & { readonly finding: 'positive' | 'negative' })[];
  readonly stages: readonly (Omit<PersonRecord['stages'][number], 'assessed'> & Dated)[];
  readonly imaging: readonly (Sited & { readonly on: string; readonly modality: string })[];
  readonly pathology: readonly (Dated & { readonly status: string })[];
  readonly nodes: readonly (OfTumour & { readonly code: string; readonly value: number })[];
}

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
/** LOINC: regional lymph nodes positive and examined. */
const POSITIVE = '21893-3';
export const NODE_CODES: readonly string[] = [POSITIVE, '21894-1'];
/** A report that says nothing (yet). */
const NO_REPORT = ['cancelled', 'entered-in-error', 'registered'];

const dated = ({ on, precision }: Dated) => storedDate(on, precision);

const receptorOf = ({ system, code, display }: Coded): 'ER' | 'PR' | null => {
  const known =
    (system === LOINC && code !== null ? biomarkerOfLoinc(code) : null) ??
    (display === null ? null : biomarkerOfName(display));
  return known?.id === 'ER' || known?.id === 'PR' ? known.id : null;
};

/** A patient's rows as the indicators read a person. */
export const personOf = (row: IndicatorFacts): PersonRecord => ({
  sex: row.sex,
  born: storedDate(row.bornOn, row.bornPrecision),
  died: storedDate(row.diedOn, row.diedPrecision),
  reports: row.reports.map((report) => ({ ...report, diagnosed: dated(report) })),
  treatments: row.treatments
    .filter(({ status }) => !NOT_RELEASED.includes(status))
    .map(({ institutionId, tumourSourceId, kind, system, code, display, ...t }) => ({
      ...{ institutionId, tumourSourceId, kind, system, code, words: display ?? '' },
      atc: t.drug === null ? null : (drugOf(t.drug)?.atc ?? null),
      site: t.siteCode === null ? null : siteOfBody(t.siteSystem, t.siteCode),
      started: dated(t),
    })),
  receptors: row.biomarkers.flatMap((result) => {
    const receptor = receptorOf(result);
    return receptor === null ? [] : [{ ...result, receptor, tested: dated(result) }];
  }),
  stages: row.stages.map((stage) => ({ ...stage, assessed: dated(stage) })),
  imaging: row.imaging.map(({ on, modality, siteSystem, siteCode }) => ({
    made: { date: on, precision: 'day' },
    modality,
    site: siteSystem === SNOMED ? siteCode : null,
  })),
  pathology: row.pathology.filter(({ status }) => !NO_REPORT.includes(status)).map(dated),
  nodes: row.nodes.map(({ code, value, ...of }) => ({
    ...of,
    positive: code === POSITIVE,
    count: value,
  })),
});
