import type { Label } from '@nodp/terminology';
import type { Point } from '../marker-alerts/points.ts';
import type { MarkerContext, Span } from '../marker-course/course.ts';
import { type JudgedCourse, judgeCourse } from '../marker-course/judge-course.ts';
import { markerOfLoinc } from '../marker-course/marker-lookup.ts';
import type { Marker } from '../marker-course/markers.ts';
import { scheduleOf } from '../surveillance-schedule/schedule-of.ts';
import type { Schedule } from '../surveillance-schedule/schedules.ts';
import type { SurveyedTreatment } from './treatment.ts';
import { wholeThyroidRemoved } from './whole-thyroid.ts';

/** Raised whenever the same input gives another answer. */
export const RECURRENCE_SURVEY_VERSION = 4;

export interface SurveyedResult extends Point {
  readonly loinc: string;
}

/** What somebody did about an alert of a marker: the values up to then are not judged again. */
export interface Acted {
  readonly marker: string;
  readonly state: 'CONFIRMED' | 'EXPLAINED' | 'DISMISSED';
  readonly upTo: string;
}

/** What a patient's surveillance after treatment rests on. */
export interface Surveyed {
  readonly siteGroup: string | null;
  /** ICD-O-3 of the leading tumour; null where not known. */
  readonly topography: string | null;
  readonly morphology: string | null;
  /** `IIB`; null where not known. */
  readonly stageGroup: string | null;
  /** STAGE_I … STAGE_IV, UNKNOWN. */
  readonly broadStage: string | null;
  readonly died: string | null;
  /** Days on which metastases were diagnosed. */
  readonly metastases: readonly string[];
  /** Days on which the disease was said to have come back or grown. */
  readonly worsened: readonly string[];
  readonly treatments: readonly SurveyedTreatment[];
  readonly results: readonly SurveyedResult[];
  readonly bilirubinRaised: readonly string[];
  readonly smoker: boolean | null;
  readonly acted: readonly Acted[];
}

export type EndReason = 'death' | 'recurrence' | 'palliative';

export interface Survey {
  readonly anchor: MarkerContext['anchor'];
  /** Why nothing is surveyed; null where it is. */
  readonly notApplicable: Label | null;
  readonly ended: { readonly on: string; readonly because: EndReason } | null;
  /** What leaves no alert anything to warn of, also where a palliative turn had ended the surveillance before it. */
  readonly settled: 'death' | 'recurrence' | null;
  readonly schedule: Schedule | null;
  readonly markers: readonly (JudgedCourse & {
    readonly marker: Marker;
    readonly all: readonly Point[];
  })[];
}

/** SNOMED CT: palliative intent. */
const PALLIATIVE = '363676003';
const PLANNED = new Set(['preparation', 'planned', 'not-done', 'draft', 'entered-in-error']);
/** A metastasis found this soon was there at the operation. */
const SYNCHRONOUS_DAYS = 90;
/** Radiotherapy there is a treatment to cure of its own, after an operation too. */
const BY_RADIOTHERAPY = new Set(['prostate', 'nasopharynx', 'cervix']);

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const latest = (dates: readonly string[]): string | null => dates.toSorted().at(-1) ?? null;

/**
 * From when surveillance counts: the last operation not meant as palliative; where radiotherapy cures, or nothing was
 * removed, the end of radiotherapy.
 */
const anchorOf = (
  siteGroup: string | null,
  treatments: readonly SurveyedTreatment[],
): MarkerContext['anchor'] => {
  const curative = treatments.filter(
    ({ intent, status }) => intent !== PALLIATIVE && !PLANNED.has(status),
  );
  const operation = latest(
    curative.flatMap(({ kind, from }) => (kind === 'SURGERY' && from !== null ? [from] : [])),
  );
  const irradiated = latest(
    curative.flatMap(({ kind, to }) => (kind === 'RADIOTHERAPY' && to !== null ? [to] : [])),
  );
  const byRadiotherapy =
    irradiated !== null &&
    (operation === null ||
      (siteGroup !== null && BY_RADIOTHERAPY.has(siteGroup) && irradiated > operation));
  if (byRadiotherapy) return { kind: 'radiotherapy', date: irradiated };
  return operation === null ? null : { kind: 'operation', date: operation };
};

/** What ends the surveillance, the earliest first. */
const endsOf = (
  anchor: string,
  { died, metastases, worsened, treatments }: Surveyed,
): NonNullable<Survey['ended']>[] =>
  [
    ...(died === null ? [] : [{ on: died, because: 'death' as const }]),
    ...[...metastases, ...worsened]
      .filter((on) => days(anchor, on) > SYNCHRONOUS_DAYS)
      .map((on) => ({ on, because: 'recurrence' as const })),
    ...treatments
      .filter(
        ({ intent, status, from }) =>
          intent === PALLIATIVE && !PLANNED.has(status) && from !== null && from > anchor,
      )
      .map(({ from }) => ({ on: from as string, because: 'palliative' as const })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1));

const spansOf = (
  treatments: readonly SurveyedTreatment[],
  isOne: (atc: string) => boolean,
): Span[] =>
  treatments.flatMap(({ kind, atc, from, to, status }) =>
    kind !== 'SURGERY' && kind !== 'RADIOTHERAPY' && from !== null && atc !== null && isOne(atc)
      ? [{ from, to: to ?? (status === 'completed' ? from : null) }]
      : [],
  );

/** ATC: antineoplastics; vitamin K antagonists; GnRH analogues and antagonists. */
const isChemotherapy = (atc: string): boolean => /^L01/.test(atc);
const isVitaminK = (atc: string): boolean => /^B01AA/.test(atc);
const isCastration = (atc: string): boolean => /^L02AE|^L02BX02|^L02BX04/.test(atc);

const contextOf = (surveyed: Surveyed, today: string): MarkerContext => {
  const { treatments } = surveyed;
  return {
    anchor: anchorOf(surveyed.siteGroup, treatments),
    chemotherapy: spansOf(treatments, isChemotherapy),
    vitaminKAntagonist: spansOf(treatments, isVitaminK),
    bilirubinRaised: surveyed.bilirubinRaised,
    smoker: surveyed.smoker,
    lewisNegative: null,
    antiThyroglobulin: null,
    thyroidRemoved: wholeThyroidRemoved(treatments),
    castration: spansOf(treatments, isCastration).some(
      ({ to }) => to === null || days(to, today) < 180,
    ),
  };
};

const NOT_TREATED: Label = {
  en: 'No operation or radiotherapy meant to cure is recorded from which surveillance would count.',
  zh: '未记录可作为监测起点的根治性手术或放疗。',
};
const METASTATIC: Label = {
  en: 'Metastatic at diagnosis: this is surveillance after treatment meant to cure.',
  zh: '诊断时已有转移：本监测适用于根治性治疗后。',
};

/**
 * Each marker's course after treatment meant to cure, and by which schedule the cancer is followed. Values after death, a
 * recurrence or a palliative turn are not judged, nor those up to an alert that somebody acted upon.
 */
export const survey = (surveyed: Surveyed, today: string): Survey => {
  const context = contextOf(surveyed, today);
  const { anchor } = context;
  const stage = surveyed.broadStage?.replace(/^STAGE_/, '') ?? null;
  const notApplicable = stage === 'IV' ? METASTATIC : anchor === null ? NOT_TREATED : null;
  const ends = anchor === null ? [] : endsOf(anchor.date, surveyed);
  const ended = ends[0] ?? null;
  // A status says that the disease came back, and not where: what warned of it waits for somebody's verdict.
  const [settled = null] = ends.flatMap(({ on, because }) =>
    because === 'palliative' || (because === 'recurrence' && !surveyed.metastases.includes(on))
      ? []
      : [because],
  );
  const byMarker = Map.groupBy(surveyed.results, ({ loinc }) => markerOfLoinc(loinc));
  const markers = [...byMarker].flatMap(([marker, results]) => {
    if (marker === null) return [];
    const acted = surveyed.acted.filter(
      (one) => one.marker === marker.id && (anchor === null || one.upTo > anchor.date),
    );
    const after = latest(acted.map(({ upTo }) => upTo));
    const confirmed = acted.some(({ state }) => state === 'CONFIRMED');
    const judged = results.filter(
      ({ date }) =>
        (ended === null || date <= ended.on) &&
        (after === null || date > after || (anchor !== null && date <= anchor.date)) &&
        !(confirmed && anchor !== null && date > anchor.date),
    );
    const found = judgeCourse(marker, surveyed.siteGroup, judged, context);
    const quiet: JudgedCourse =
      notApplicable === null
        ? found
        : { ...found, state: 'not-judged', rule: null, judgement: null, notes: [notApplicable] };
    return [{ ...quiet, marker, all: results }];
  });
  return {
    anchor,
    notApplicable,
    ended,
    settled,
    schedule:
      surveyed.siteGroup === null || notApplicable !== null || anchor === null
        ? null
        : scheduleOf({
            siteGroup: surveyed.siteGroup,
            topography: surveyed.topography,
            morphology: surveyed.morphology,
            broadStage: stage,
            stageGroup: surveyed.stageGroup,
            after: anchor.kind,
          }),
    markers,
  };
};
