/** The cases of one person's records, with what the indicators read of each: by the same rules as a release's cases. */
import { diagnosisDay } from '../case-dates/diagnosis-day.ts';
import { latestDay, type PartialDate } from '../dates/partial-date.ts';
import { sexContradictsSite } from '../sex-and-site/sex-and-site.ts';
import type {
  CaseFacts,
  ImagingFacts,
  PoolFacts,
  ProcedureFacts,
  TreatmentFacts,
} from './facts.ts';

/** A report of a primary; of reports of one case `caseId` is the report that says what it is. */
export interface ReportedCase
  extends Pick<
    CaseFacts,
    'topography' | 'behaviour' | 'age' | 'stage' | 'stageGroup' | 't' | 'n' | 'm'
  > {
  readonly id: string;
  readonly caseId: string | null;
  readonly institutionId: string;
  readonly sourceId: string;
  readonly siteGroup: string | null;
  /** ICD-O-3 with behaviour. */
  readonly morphology: string | null;
  readonly basis: string | null;
  readonly stageBasis: 'c' | 'p' | null;
  readonly diagnosed: PartialDate | null;
}

interface OfTumour {
  readonly institutionId: string;
  /** Of the tumour that it is about, by the same institution; null where not said. */
  readonly tumourSourceId: string | null;
}

export interface PersonRecord {
  readonly sex: string;
  readonly born: PartialDate | null;
  readonly died: PartialDate | null;
  /** Reports of primaries. */
  readonly reports: readonly ReportedCase[];
  /** Those that were given. */
  readonly treatments: readonly (OfTumour &
    Pick<ProcedureFacts, 'system' | 'code' | 'words'> & {
      readonly kind: TreatmentFacts['kind'];
      readonly atc: string | null;
      /** Site group of the body site it was given to. */
      readonly site: string | null;
      readonly started: PartialDate | null;
    })[];
  /** Results of the receptors of oestrogen and progesterone. */
  readonly receptors: readonly (OfTumour & {
    readonly receptor: 'ER' | 'PR';
    readonly finding: 'positive' | 'negative';
    readonly tested: PartialDate | null;
  })[];
  readonly stages: readonly (OfTumour & {
    readonly axis: string;
    readonly classification: string | null;
    readonly assessed: PartialDate | null;
  })[];
  readonly imaging: readonly (Omit<ImagingFacts, 'days'> & { readonly made: PartialDate })[];
  readonly pathology: readonly (PartialDate | null)[];
  readonly nodes: readonly (OfTumour & { readonly positive: boolean; readonly count: number })[];
}

export interface RecordedCase {
  /** The report that says what the case is. */
  readonly id: string;
  /** Null where the date is not known, or cannot be true. */
  readonly diagnosedOn: string | null;
  /** Who reported the case or treated it. */
  readonly institutions: readonly string[];
  readonly facts: CaseFacts;
}

/** A first treatment may come before the day by which the cancer is dated. */
const GRACE = 90;
const DAY = 86_400_000;
const MOST_VALID = '7654210';

const dayOf = (date: PartialDate | null): string | null =>
  date === null || date.precision === 'year'
    ? null
    : date.precision === 'month'
      ? `${date.date.slice(0, 7)}-15`
      : date.date;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

interface Numbered {
  readonly chosen: ReportedCase;
  readonly first: ReportedCase;
  readonly reports: readonly ReportedCase[];
  /** The day counted as that of diagnosis, and whether it is known to the month at least. */
  readonly dated: string | null;
  readonly began: string | null;
}

const casesOf = ({ sex, born, died, reports }: PersonRecord, today: string): Numbered[] => {
  const byCase = Map.groupBy(
    reports.filter(({ caseId }) => caseId !== null),
    ({ caseId }) => caseId as string,
  );
  const dated = (report: ReportedCase) => diagnosisDay(report.diagnosed, born, died, today).day;
  // The earliest is the one that surely was first; what is not dated comes last.
  const rank = (report: ReportedCase) =>
    report.diagnosed === null || dated(report) === null ? '9999' : latestDay(report.diagnosed);
  return [...byCase]
    .flatMap(([caseId, own]) => {
      const [first] = own.toSorted(
        (a, b) =>
          rank(a).localeCompare(rank(b)) ||
          a.institutionId.localeCompare(b.institutionId) ||
          a.sourceId.localeCompare(b.sourceId),
      );
      const chosen = own.find(({ id }) => id === caseId);
      if (first === undefined || chosen === undefined || chosen.siteGroup === null) return [];
      if (sexContradictsSite(sex, chosen.topography, chosen.siteGroup)) return [];
      const day = dated(first);
      const began = first.diagnosed?.precision === 'year' ? null : day;
      return [{ chosen, first, reports: own, dated: day, began }];
    })
    .toSorted((a, b) => (a.dated ?? '9999').localeCompare(b.dated ?? '9999'));
};

/** Whether what was done on a date was surely too long before a diagnosis to be of it. */
const isTooEarly = (on: PartialDate | null, began: string | null): boolean =>
  on !== null && began !== null && daysBetween(began, latestDay(on)) < -GRACE;

/** Of which case something is: the one it names, else the only one at its body site, else any that it may be of. */
const belongs = (
  cases: readonly Numbered[],
  one: Numbered,
  { institutionId, tumourSourceId }: OfTumour,
  on: PartialDate | null,
  site: string | null = null,
): boolean => {
  if (cases.length === 1) return true;
  const said = cases.find(({ reports }) =>
    reports.some((r) => r.institutionId === institutionId && r.sourceId === tumourSourceId),
  );
  if (said !== undefined) return said === one;
  const late = (other: Numbered) => isTooEarly(on, other.began);
  const sited = cases.filter((c) => site !== null && c.chosen.siteGroup === site && !late(c));
  if (sited.length === 1) return sited[0] === one;
  // Cases are in the order of diagnosis: from the first that came too late on, none is meant.
  const end = cases.findIndex(late);
  return end < 0 || cases.indexOf(one) < end;
};

const found = (
  results: PersonRecord['receptors'],
  receptor: 'ER' | 'PR',
): 'positive' | 'negative' | null => {
  const own = results.filter((r) => r.receptor === receptor).map(({ finding }) => finding);
  return own.includes('positive') ? 'positive' : own.includes('negative') ? 'negative' : null;
};

const CATEGORIES = ['group', 'T', 'N', 'M'];

const poolOf = (
  person: PersonRecord,
  cases: readonly Numbered[],
  one: Numbered,
  own: PersonRecord['treatments'],
  today: string,
): PoolFacts => {
  const alone = cases.length === 1;
  const since = (date: PartialDate | null) => {
    const day = dayOf(date);
    return day === null || one.began === null ? null : daysBetween(one.began, day);
  };
  const stages = person.stages.filter((stage) => belongs(cases, one, stage, stage.assessed));
  const procedure = ({ started, system, code, words }: (typeof own)[number]): ProcedureFacts => ({
    days: since(started),
    ...{ system, code, words },
  });
  const nodes = person.nodes.filter(
    (n) => alone || (n.tumourSourceId && belongs(cases, one, n, null)),
  );
  const bases = one.reports.flatMap(({ basis }) => basis ?? []);
  return {
    clinicalStages: stages.flatMap(({ axis, classification, assessed }) =>
      classification === 'c' && CATEGORIES.includes(axis) ? [since(assessed)] : [],
    ),
    cnlcStages: stages.flatMap(({ axis, assessed }) => (axis === 'CNLC' ? [since(assessed)] : [])),
    operations: own.filter(({ kind }) => kind === 'SURGERY').map(procedure),
    procedures: own.filter(({ kind }) => kind === 'OTHER').map(procedure),
    imaging: alone ? person.imaging.map(({ made, ...i }) => ({ ...i, days: since(made) })) : null,
    pathology: alone ? person.pathology.map(since) : null,
    nodesExamined: nodes.filter(({ positive }) => !positive).map(({ count }) => count),
    nodesPositive: nodes.filter(({ positive }) => positive).map(({ count }) => count),
    basis: [...MOST_VALID].find((basis) => bases.includes(basis)) ?? null,
    until: one.began === null ? null : daysBetween(one.began, today),
  };
};

/** @param today the national calendar's day: nobody is diagnosed after it */
export const casesOfRecord = (person: PersonRecord, today: string): RecordedCase[] => {
  const cases = casesOf(person, today);
  return cases.map((one) => {
    const { chosen, first } = one;
    const own = person.treatments.filter((t) => belongs(cases, one, t, t.started, t.site));
    const receptors = person.receptors.filter((r) => belongs(cases, one, r, r.tested));
    const since = (date: PartialDate | null) => {
      const day = dayOf(date);
      return day === null || one.began === null ? null : daysBetween(one.began, day);
    };
    const age = one.dated !== null && first.age !== null && first.age <= 120 ? first.age : null;
    return {
      id: chosen.id,
      diagnosedOn: one.dated,
      institutions: [...new Set([...one.reports, ...own].map((of) => of.institutionId))],
      facts: {
        site: chosen.siteGroup as string,
        topography: chosen.topography,
        histology: chosen.morphology?.slice(0, 4) || null,
        ...{ behaviour: chosen.behaviour, sex: person.sex, age },
        ...{ stage: first.stage, stageGroup: first.stageGroup, stageBasis: first.stageBasis },
        ...{ t: first.t, n: first.n, m: first.m },
        ...{ er: found(receptors, 'ER'), pr: found(receptors, 'PR') },
        treatments: own.map(({ kind, started, atc }) => ({ kind, days: since(started), atc })),
        pool: poolOf(person, cases, one, own, today),
      },
    };
  });
};
