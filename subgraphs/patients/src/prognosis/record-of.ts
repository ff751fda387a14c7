import { nationalDay, type SubgraphContext } from '@nodp/graph';
import { ageAt, type LaboratoryResult, type PrognosticRecord, storedDate } from '@nodp/oncology';
import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { topographyOfMetastasis } from '@nodp/terminology/metastases';
import { comorbidityRows } from '../kinds/comorbidity/rows.ts';
import { observationRows } from '../kinds/observation/rows.ts';
import { performanceRows } from '../kinds/performance/rows.ts';
import { stageRows } from '../kinds/stage/rows.ts';
import { NOT_GIVEN } from '../kinds/treatment/not-given.ts';
import { treatmentRows } from '../kinds/treatment/rows.ts';
import { nodesOf, sizesOf } from '../kinds/tumour/measured.ts';
import type { TumourModel } from '../kinds/tumour/model.ts';
import { namesAnother } from '../kinds/tumour/names-another.ts';
import { primaryOf } from '../kinds/tumour/primary-of.ts';
import { primaryReports, reportsOf } from '../kinds/tumour/reports-of.ts';
import { tumourRows } from '../kinds/tumour/rows.ts';
import { morphologyOf, saidOf } from '../kinds/tumour/said-of.ts';
import { stagesOf } from '../kinds/tumour/stages-of.ts';
import { patientRow } from '../people/patient-rows.ts';

/** A result as the specimens subgraph shows it. */
export interface SentBiomarker {
  readonly what: { readonly code: string | null; readonly label: { readonly en: string } };
  readonly finding: string | null;
  readonly amount: {
    readonly value: number;
    readonly unit: string | null;
    readonly comparator: string | null;
  } | null;
  /** As far as it is known. */
  readonly date: string | null;
}

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | null | undefined };
type Referred = Optional<Omit<SentBiomarker, 'what' | 'amount'>> & {
  readonly what: {
    readonly code?: string | null | undefined;
    readonly label: { readonly en: string };
  };
  readonly amount?:
    | (Optional<NonNullable<SentBiomarker['amount']>> & { readonly value: number })
    | null
    | undefined;
};

/** Results as the gateway passes them on: what they lack is not there. */
export const sentBiomarkers = (referred: readonly Referred[]): SentBiomarker[] =>
  referred.map(({ what, finding, amount, date }) => ({
    what: { code: what.code ?? null, label: what.label },
    finding: finding ?? null,
    amount: amount
      ? { value: amount.value, unit: amount.unit ?? null, comparator: amount.comparator ?? null }
      : null,
    date: date ?? null,
  }));

/** LOINC: measures of the body that scores ask, with the unit in which they are read. */
const BODY: Readonly<Record<string, { readonly analyte: string; readonly unit: string }>> = {
  '39156-5': { analyte: 'bmi', unit: 'kg/m2' },
  '29463-7': { analyte: 'weight-kg', unit: 'kg' },
  '8302-2': { analyte: 'height-cm', unit: 'cm' },
};

type Observation = Awaited<ReturnType<ReturnType<typeof observationRows>['load']>>[number];

/** Results that are final and numbers, in the analytes’ usual units; a laboratory's limits are stored in them already. */
export const resultsOf = (rows: readonly Observation[]): LaboratoryResult[] =>
  rows.flatMap((row) => {
    const { code, at, value, normalValue, normalUnit, unit, comparator, notFinal } = row;
    const body = BODY[code];
    const analyte = body?.analyte ?? analyteOfLoinc(code)?.id;
    const number = body === undefined ? normalValue : unit === body.unit ? value : null;
    if (analyte === undefined || number === null || comparator !== null || notFinal !== null)
      return [];
    return [
      {
        analyte,
        day: nationalDay(new Date(at)),
        value: number,
        unit: body?.unit ?? normalUnit,
        low: row.referenceLow,
        high: row.referenceHigh,
      },
    ];
  });

const PRECISIONS = { 4: 'year', 7: 'month', 10: 'day' } as const;

const partial = (date: string | null) => {
  if (date === null) return null;
  const precision = PRECISIONS[date.length as keyof typeof PRECISIONS];
  return precision === undefined ? null : { date: `${date}-01-01`.slice(0, 10), precision };
};

const FINDINGS = ['positive', 'negative', 'equivocal'] as const;

const markersOf = (sent: readonly SentBiomarker[]): PrognosticRecord['biomarkers'] =>
  sent.flatMap(({ what, finding, amount, date }) => {
    const known =
      (what.code === null ? null : biomarkerOfLoinc(what.code)) ?? biomarkerOfName(what.label.en);
    if (known === null) return [];
    const percent =
      amount !== null && amount.comparator === null && amount.unit === '%' ? amount.value : null;
    return [
      {
        marker: known.id,
        finding: FINDINGS.find((one) => one === finding) ?? null,
        percent,
        tested: partial(date),
      },
    ];
  });

/** What the record of a patient holds of one of the primaries, as its scores use it. */
export const recordOf = async (
  tumour: TumourModel,
  biomarkers: readonly SentBiomarker[],
  context: SubgraphContext,
): Promise<PrognosticRecord> => {
  const { patientId } = tumour;
  const [patient, tumours, stages, treatments, observations, performance, comorbidities] =
    await Promise.all([
      context.once(patientRow).load(patientId),
      context.once(tumourRows).load(patientId),
      context.once(stageRows).load(patientId),
      context.once(treatmentRows).load(patientId),
      context.once(observationRows).load(patientId),
      context.once(performanceRows).load(patientId),
      context.once(comorbidityRows).load(patientId),
    ]);
  if (patient === null) throw new Error('A tumour of a patient that may not be seen was read.');
  const reports = reportsOf(tumour, tumours);
  const diagnosed = saidOf(reports, (one) => storedDate(one.diagnosedOn, one.diagnosedPrecision));
  const born = storedDate(patient.bornOn, patient.bornPrecision);
  const isOfAnother = namesAnother(reports, tumours);
  // Of several primaries it is not known which was measured or tested.
  const alone = primaryReports(tumours).length === 1;
  const today = { date: nationalDay(new Date()), precision: 'day' as const };
  return {
    site: saidOf(reports, (one) => one.foundSiteGroup ?? one.siteGroup),
    topography: saidOf(reports, ({ topography }) => topography),
    morphology: morphologyOf(reports),
    sex: patient.sex,
    diagnosed,
    ageAtDiagnosis: ageAt(born, diagnosed).value?.years ?? null,
    ageNow: patient.vitalStatus === 'DEAD' ? null : (ageAt(born, today).value?.years ?? null),
    grade: saidOf(reports, (one) => one.grade ?? one.foundGrade),
    stages: stagesOf(tumour, tumours, stages).map(
      ({ axis, classification, value, assessedOn, assessedPrecision }) => ({
        ...{ axis, classification, value },
        assessed: storedDate(assessedOn, assessedPrecision),
      }),
    ),
    treatments: treatments
      .filter((one) => (alone || one.tumourSourceId !== null) && !isOfAnother(one))
      .map(({ kind, drug, status, startedOn, startedPrecision }) => ({
        ...{ kind, drug },
        started: storedDate(startedOn, startedPrecision),
        given: !NOT_GIVEN.has(status),
      })),
    results: resultsOf(observations),
    performance: performance.map(({ scale, score, at }) => ({
      ...{ scale, score },
      day: at === null ? null : nationalDay(new Date(at)),
    })),
    comorbidities: comorbidities.flatMap(({ code, system, display, abatedOn }) =>
      code === null || abatedOn !== null || system !== 'http://hl7.org/fhir/sid/icd-10'
        ? []
        : [{ icd10: code, label: { en: display ?? code, zh: display ?? code } }],
    ),
    metastases: tumours
      .filter(
        (other) =>
          other.kind === 'SECONDARY' &&
          (alone || reports.some(({ id }) => id === primaryOf(other, tumours)?.id)),
      )
      .map((other) => ({
        topography: topographyOfMetastasis(other),
        diagnosed: storedDate(other.diagnosedOn, other.diagnosedPrecision),
      })),
    biomarkers: alone ? markersOf(biomarkers) : [],
    sizes: alone ? sizesOf(observations) : [],
    nodes: alone ? nodesOf(observations) : [],
  };
};
