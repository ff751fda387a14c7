import type { Label } from '@nodp/terminology';
import { isBefore, latestDay, middleDay, type PartialDate } from '../dates/partial-date.ts';
import type { StageReport } from '../reports.ts';
import type { Classification } from '../stage-group/classification.ts';
import { type ExplainedGroup, stageGroup } from '../stage-group/stage-group.ts';
import type { Categories } from '../stage-group/staged-tumour.ts';
import { chapterFactors } from './chapter-factors.ts';
import type { CheckedStage, Finding, Sourced } from './facts.ts';
import type { P16Result } from './p16-result.ts';
import { type SerumMarker, serumCategory } from './serum-markers.ts';
import { named, written } from './sourced-words.ts';
import { checkStage } from './stage-check.ts';

/** A stage or category with the system it was said to be of. */
export interface RecordedStage extends StageReport {
  /** `AJCC 8`, as sent; null where not said. */
  readonly system: string | null;
}

/** What a patient's record holds of a tumour and its course. */
export interface RecordedTumour {
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly diagnosed: PartialDate | null;
  /** Completed years at diagnosis. */
  readonly age: number | null;
  /** ICD-O-3, sixth digit. */
  readonly grade: string | null;
  /** Every stage and category of the tumour. */
  readonly stages: readonly RecordedStage[];
  /** Treatments of the tumour; null where the record holds none of the patient at all. */
  readonly treatments:
    | readonly { readonly kind: string; readonly started: PartialDate | null }[]
    | null;
  /** Greatest dimensions measured, in millimetres; empty where they may be of another tumour. */
  readonly sizes: readonly { readonly mm: number; readonly day: string }[];
  /** Numbers of involved regional nodes. */
  readonly nodes: readonly { readonly count: number; readonly day: string }[];
  /** PSA in ng/mL. */
  readonly psa: readonly { readonly value: number; readonly day: string }[];
  /** Serum markers of germ cell tumours. */
  readonly markers: readonly SerumMarker[];
  /** Results of the stain for p16. */
  readonly p16: readonly P16Result[];
  /** When each metastasis recorded was diagnosed. */
  readonly metastases: readonly (PartialDate | null)[];
}

/** What follows from the categories of one classification, and what contradicts it. */
export interface CheckedClassification {
  readonly classification: Classification | null;
  /** The report of the group sent; null where none was. */
  readonly groupReportId: string | null;
  /** The report that a correction of the stage would begin at: of its group, else of a category. */
  readonly reportId: string | null;
  readonly derived: ExplainedGroup;
  /** Where the factors beside T, N and M are from, of those that were measured or reported by themselves. */
  readonly factorSources: readonly Label[];
  readonly findings: readonly Finding[];
}

const DAY = 86_400_000;
const near = <Item extends { readonly day: string }>(
  items: readonly Item[],
  on: PartialDate | null,
  within: number,
): Item | null => {
  if (on === null) return null;
  const apart = ({ day }: Item): number =>
    Math.abs(Date.parse(day.slice(0, 10)) - Date.parse(middleDay(on))) / DAY;
  const [nearest] = items
    .filter((item) => apart(item) <= within)
    .toSorted((a, b) => apart(a) - apart(b));
  return nearest ?? null;
};

/** The earliest of a kind; an undated one last. */
const first = (reports: readonly RecordedStage[]): RecordedStage | null =>
  reports.toSorted((a, b) =>
    (a.assessed?.date ?? '9999').localeCompare(b.assessed?.date ?? '9999'),
  )[0] ?? null;

const editionOf = (system: string | null): number | null => {
  const read = /(?:AJCC|UICC|TNM|第|v(?:ersion)?)\D{0,12}([6-9])(?:\D|$)/i.exec(system ?? '')?.[1];
  return read === undefined ? null : Number(read);
};

const SURGERY = 'SURGERY';
const BEFORE = new Set(['SYSTEMIC', 'RADIOTHERAPY']);

/** S of a tumour of the testis: from the first operation to the first other treatment, where all days are known. */
const serumCategoryOf = ({ topography, treatments, markers }: RecordedTumour) => {
  if (topography?.startsWith('C62') !== true || treatments === null) return null;
  const days = (kinds: (kind: string) => boolean): string[] =>
    treatments
      .flatMap(({ kind, started }) =>
        kinds(kind) && started?.precision === 'day' ? [started.date] : [],
      )
      .toSorted();
  const [orchiectomy] = days((kind) => kind === SURGERY);
  if (orchiectomy === undefined) return null;
  // Of treatment on an unknown day it cannot be said which markers came before it.
  const undated = treatments.some(
    ({ kind, started }) => BEFORE.has(kind) && started?.precision !== 'day',
  );
  if (undated) return null;
  const [treated = null] = days((kind) => BEFORE.has(kind));
  return serumCategory(markers, orchiectomy, treated);
};

const stageOf = (
  recorded: RecordedTumour,
  said: string | null,
): CheckedStage & Pick<CheckedClassification, 'groupReportId' | 'reportId' | 'factorSources'> => {
  const own = recorded.stages.filter(({ classification }) => (classification ?? null) === said);
  const groups = own.filter(({ axis }) => axis === 'group' || axis === 'FIGO');
  const group = first(groups);
  const of = (axis: string, reports: readonly RecordedStage[]): RecordedStage | null =>
    first(reports.filter((report) => report.axis === axis));
  const [t, n] = [of('T', own), of('N', own)];
  // Metastases are seldom biopsied: a pathological stage takes the clinical M.
  const m =
    of('M', own) ??
    (said === 'p' || said === 'y'
      ? of(
          'M',
          recorded.stages.filter(({ classification }) => classification === 'c'),
        )
      : null);
  const assessed = group?.assessed ?? t?.assessed ?? n?.assessed ?? null;
  const operations =
    recorded.treatments?.flatMap(({ kind, started }) =>
      kind === SURGERY && started !== null
        ? [{ value: started, source: named('operation', '手术', written(started)) }]
        : [],
    ) ?? null;
  const undatedOperation =
    recorded.treatments?.some(({ kind, started }) => kind === SURGERY && started === null) === true;
  const operated =
    assessed !== null && operations?.some(({ value }) => !isBefore(assessed, value)) === true;
  const classification: Classification | null =
    said === 'y'
      ? operated
        ? 'yp'
        : 'yc'
      : said === 'c' || said === 'p' || said === 'r' || said === 'a'
        ? said
        : null;
  const at = assessed ?? recorded.diagnosed;
  // From the operation on the pathologist measures: that says nothing of what the clinician saw.
  const isOfSpecimen = ({ day }: { readonly day: string }): boolean =>
    operations?.some(({ value }) => day.slice(0, 10) >= value.date.slice(0, 10)) === true;
  const size = near(
    said === 'c' ? recorded.sizes.filter((one) => !isOfSpecimen(one)) : recorded.sizes,
    at,
    120,
  );
  const nodes = near(recorded.nodes, at, 60);
  const psa = near(recorded.psa, recorded.diagnosed, 120);
  const gradeGroup = first(recorded.stages.filter(({ axis }) => axis === 'ISUP'));
  const serum = serumCategoryOf(recorded);
  const ofChapter = chapterFactors(recorded, at);
  const ofProstate = recorded.topography?.startsWith('C61') === true;
  const spread = recorded.metastases.filter(
    (date) => at !== null && date !== null && latestDay(date) <= latestDay(at),
  );
  const sourced = <Value>(value: Value | null, source: Label): Sourced<Value> | null =>
    value === null ? null : { value, source };
  const line = [t, n, m]
    .flatMap((report) => (report === null ? [] : `${report.classification ?? ''}${report.value}`))
    .join(' ');
  return {
    chapters: null,
    topography: recorded.topography,
    morphology: recorded.morphology,
    diagnosed: recorded.diagnosed ?? assessed,
    classification,
    assessed,
    group:
      group === null
        ? null
        : {
            value: group.value,
            source: named(
              `stage group ${group.value}`,
              `分期组${group.value}`,
              written(group.assessed),
            ),
          },
    edition: editionOf(group?.system ?? t?.system ?? null),
    categories: {
      T: t?.value ?? null,
      N: n?.value ?? null,
      M: m?.value ?? null,
    } satisfies Categories,
    categorySource: named(
      line === '' ? 'no categories' : line,
      line === '' ? '无类别' : line,
      written(assessed),
    ),
    factors: {
      age: recorded.age === null ? null : String(recorded.age),
      grade: recorded.grade,
      psa: psa === null ? null : String(psa.value),
      grade_group: gradeGroup?.value ?? null,
      s_category: serum?.value ?? null,
      ...ofChapter.factors,
    },
    factorSources: [
      ...ofChapter.sources,
      ...(serum === null ? [] : [serum.source]),
      ...(ofProstate && psa !== null
        ? [named(`PSA ${psa.value} ng/mL`, `PSA ${psa.value} ng/mL`, psa.day.slice(0, 10))]
        : []),
      ...(ofProstate && gradeGroup !== null
        ? [
            named(
              `grade group ${gradeGroup.value}`,
              `分级分组${gradeGroup.value}`,
              written(gradeGroup.assessed),
            ),
          ]
        : []),
    ],
    sizeMm: sourced(
      size?.mm ?? null,
      named(`size ${size?.mm} mm`, `大小${size?.mm} mm`, size?.day.slice(0, 10) ?? ''),
    ),
    nodesPositive: sourced(
      nodes?.count ?? null,
      named(
        `${nodes?.count} involved nodes`,
        `阳性淋巴结${nodes?.count}枚`,
        nodes?.day.slice(0, 10) ?? '',
      ),
    ),
    operations: undatedOperation ? null : operations,
    treatedBefore:
      recorded.treatments === null
        ? null
        : recorded.treatments.some(
            ({ kind, started }) =>
              BEFORE.has(kind) &&
              (started === null || assessed === null || !isBefore(assessed, started)),
          ),
    metastasis: {
      value:
        spread.length > 0 || (recorded.metastases.length > 0 && m?.value.startsWith('M1') === true),
      source:
        spread.length > 0
          ? named('metastasis recorded', '已记录转移', written(spread[0] ?? null))
          : { en: 'tumours recorded', zh: '已记录的肿瘤' },
    },
    otherGroups: groups
      .filter(({ id }) => id !== group?.id)
      .map((other) => ({
        value: other.value,
        source: named(
          `stage group ${other.value}`,
          `分期组${other.value}`,
          written(other.assessed),
        ),
      })),
    groupReportId: group?.id ?? null,
    reportId: (group ?? t ?? n)?.id ?? null,
  };
};

const ORDER = ['c', 'p', 'y', null] as const;

/**
 * The stage check of a tumour: for each classification recorded (clinical, pathological, after treatment, unsaid) what
 * its categories give and what contradicts it. Stages of recurrence and autopsy are not checked. Size, nodes and PSA
 * count where they were measured near the assessment.
 */
export const checkTumour = (recorded: RecordedTumour): readonly CheckedClassification[] =>
  ORDER.filter((said) =>
    recorded.stages.some(
      ({ axis, classification }) =>
        (classification ?? null) === said && ['group', 'FIGO', 'T', 'N'].includes(axis),
    ),
  ).map((said) => {
    const { groupReportId, reportId, factorSources, ...stage } = stageOf(recorded, said);
    return {
      classification: stage.classification,
      groupReportId,
      reportId,
      derived: stageGroup(stage),
      factorSources,
      findings: checkStage(stage),
    };
  });
