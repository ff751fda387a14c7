import type { Behaviour } from '@nodp/terminology';
import { icdOOfIcd10 } from '@nodp/terminology/icd-10';
import { behaviourOf } from '../behaviour/behaviour.ts';
import { latestDay } from '../dates/partial-date.ts';
import { organOf } from '../primaries/topography-groups.ts';
import type { TumourReport } from '../reports.ts';
import {
  CARCINOMA_UNSPECIFIED,
  HAEMATOPOIETIC_UNSPECIFIED,
  histologyGroup,
  isSpecific,
  isSystemic,
  UNSPECIFIED,
} from './histology-groups.ts';

/** Raised whenever the same input gives another answer. */
export const MULTIPLE_PRIMARIES_VERSION = 1;

/** The rules by which primaries are counted, as a release names them. */
export const MULTIPLE_PRIMARY = 'IARC/IACR 2004';

type Kind = 'malignant' | 'in situ' | 'uncertain' | 'benign' | null;

const KINDS: Readonly<Record<Behaviour, Kind>> = {
  '0': 'benign',
  '1': 'uncertain',
  '2': 'in situ',
  '3': 'malignant',
  '6': 'malignant',
  '9': 'malignant',
};

/** A report as the rules read it: what ICD-10 implies stands in where ICD-O-3 was not reported. */
interface Read {
  readonly report: TumourReport;
  readonly kind: Kind;
  readonly topography: string | null;
  readonly organ: string | null;
  readonly histology: number;
  readonly morphology: string;
  /** The last day that the date of diagnosis may mean; `9999-12-31` where undated. */
  readonly day: string;
}

const read = (report: TumourReport): Read => {
  const implied = report.icd10 === null ? null : icdOOfIcd10(report.icd10);
  const behaviour = behaviourOf(report).value;
  const topography = report.topography ?? implied?.topography ?? null;
  const own = histologyGroup(report.morphology);
  const histology = own === UNSPECIFIED ? histologyGroup(implied?.morphology ?? null) : own;
  return {
    report,
    kind: behaviour === null ? null : KINDS[behaviour],
    topography,
    organ: organOf(topography),
    histology,
    morphology: report.morphology?.slice(0, 4) ?? implied?.morphology?.slice(0, 4) ?? '',
    day: report.diagnosed === null ? '9999-12-31' : latestDay(report.diagnosed),
  };
};

/** One neoplasm that is counted, with every report of it. */
export interface Neoplasm {
  /**
   * `3` of every malignant one, though a metastasis of it was what the pathologist saw (/6); null where no report says
   * it: such a one counts as no cancer.
   */
  readonly behaviour: Behaviour | null;
  /** The report that was surely first: it gives the date, the age and the stage. */
  readonly first: TumourReport;
  /** The report that says most of what it is: it gives topography, histology, grade and side. */
  readonly chosen: TumourReport;
  readonly reports: readonly TumourReport[];
}

const byKey = (a: Read, b: Read): number =>
  a.report.institutionId.localeCompare(b.report.institutionId) ||
  a.report.sourceId.localeCompare(b.report.sourceId) ||
  a.report.id.localeCompare(b.report.id);

/** The earliest by the last day its date may mean; of one day the numerically highest morphology; then by key. */
const byDate = (a: Read, b: Read): number =>
  a.day.localeCompare(b.day) || b.morphology.localeCompare(a.morphology) || byKey(a, b);

const rankOfHistology = (group: number): number =>
  isSpecific(group) ? 0 : group === UNSPECIFIED ? 2 : 1;

const UNKNOWN_PRIMARY = 'C80';

const DIGITS = { benign: '0', uncertain: '1', 'in situ': '2', malignant: '3' } as const;
const behaviourOfKind = (reports: readonly Read[]): Behaviour | null => {
  const kind = reports.find((r) => r.kind !== null)?.kind ?? null;
  return kind === null ? null : DIGITS[kind];
};

/** What says most comes first, so that what says less finds the case it is of. */
const bySpecificity = (a: Read, b: Read): number =>
  Number(a.kind === null) - Number(b.kind === null) ||
  Number(a.organ === UNKNOWN_PRIMARY) - Number(b.organ === UNKNOWN_PRIMARY) ||
  rankOfHistology(a.histology) - rankOfHistology(b.histology) ||
  byDate(a, b);

/** Bases of diagnosis from the most valid; 9 and none say nothing. */
const VALIDITY = '7654210';
const validity = ({ report: { basisOfDiagnosis } }: Read): number => {
  const place = basisOfDiagnosis === null ? -1 : VALIDITY.indexOf(basisOfDiagnosis);
  return place < 0 ? VALIDITY.length : place;
};
const isUnspecifiedPart = ({ topography }: Read): number =>
  Number(topography === null || topography.length < 4 || /\.[89]$/.test(topography));

/**
 * The order in which a case takes what it is from its reports: a specific histology before an unspecific one (rule 4.2:
 * the unspecific diagnosis is ignored), the most valid basis of diagnosis, a part of the organ before the organ, the
 * earliest, of one day the numerically highest morphology.
 */
const bySubstance = (a: Read, b: Read): number =>
  rankOfHistology(a.histology) - rankOfHistology(b.histology) ||
  validity(a) - validity(b) ||
  isUnspecifiedPart(a) - isUnspecifiedPart(b) ||
  byDate(a, b);

const sameOrgan = (a: Read, b: Read): boolean =>
  a.organ === null || b.organ === null
    ? a.report.siteGroup !== null && a.report.siteGroup === b.report.siteGroup
    : a.organ === b.organ || a.organ === UNKNOWN_PRIMARY || b.organ === UNKNOWN_PRIMARY;

const isHaematopoietic = (group: number): boolean => group >= 8 && group <= 13;

/** Whether two reports of one kind of behaviour are of one primary (rules 3, 4.1 and 4.2). */
const isSame = (a: Read, b: Read): boolean => {
  const [g, h] = [a.histology, b.histology];
  if (g === UNSPECIFIED || h === UNSPECIFIED) return sameOrgan(a, b);
  if (Math.max(g, h) <= CARCINOMA_UNSPECIFIED && (g === 5 || h === 5)) return sameOrgan(a, b);
  if (
    (isHaematopoietic(g) && h === HAEMATOPOIETIC_UNSPECIFIED) ||
    (isHaematopoietic(h) && g === HAEMATOPOIETIC_UNSPECIFIED)
  )
    return true;
  return g === h && (isSystemic(g) || sameOrgan(a, b));
};

const mayJoin = (one: Read, reports: readonly Read[]): boolean => {
  const [head] = reports as [Read];
  return (
    (one.kind === null || one.kind === head.kind) && reports.some((other) => isSame(one, other))
  );
};

/**
 * Which neoplasms of a person are counted, each with its reports, whenever they were reported: the rules do not depend
 * on time, nor on the side of a paired organ. One of an organ (table 1) and a histological group (table 2); haematopoietic
 * neoplasms and Kaposi sarcoma once in a person whatever the organ; an unspecific histology is of the specific one in the
 * same organ; an unknown primary site (C80) is no other than one that is known with the same histology. The rules are of
 * malignant neoplasms; in situ, uncertain and benign ones are counted by the same rules, each kind apart, so that an
 * invasive cancer after an in situ one is its own case with its own date. Reports of metastases are no primaries. Source:
 * International Rules for Multiple Primary Cancers (ICD-O third edition), IACR/IARC/ENCR, Lyon 2004.
 *
 * @returns in the order of diagnosis
 */
export const neoplasmsOf = (tumours: readonly TumourReport[]): Neoplasm[] => {
  const found: [Read, ...Read[]][] = [];
  const reports = tumours.filter(({ kind }) => kind === 'PRIMARY').map(read);
  for (const one of reports.sort(bySpecificity)) {
    // Of several that it may be of, it is of the one found first: it tells nothing that would make it another.
    const of = found.find((others) => mayJoin(one, others));
    if (of === undefined) found.push([one]);
    else of.push(one);
  }
  return found
    .map((all) => {
      const [first] = all.toSorted(byDate) as [Read];
      const [chosen] = all.toSorted(bySubstance) as [Read];
      return { all, first, chosen };
    })
    .sort((a, b) => byDate(a.first, b.first))
    .map(({ all, first, chosen }) => ({
      behaviour: behaviourOfKind(all),
      first: first.report,
      chosen: chosen.report,
      reports: all.map(({ report }) => report),
    }));
};

/** What a registry's check says of a report: counted, another report of one that is counted, or in situ. */
export type Verdict = 'PRIMARY' | 'DUPLICATE' | 'INSITU';

/**
 * The verdict on each report by its id. An in situ neoplasm is none that is counted, but in the bladder, where
 * registries count it with the invasive ones.
 */
export const verdictsOf = (tumours: readonly TumourReport[]): ReadonlyMap<string, Verdict> =>
  new Map(
    neoplasmsOf(tumours).flatMap(({ behaviour, first, chosen, reports }) => {
      const inSitu = behaviour === '2' && organOf(chosen.topography) !== organOf('C67');
      return reports.map(({ id }): [string, Verdict] => [
        id,
        inSitu ? 'INSITU' : id === first.id ? 'PRIMARY' : 'DUPLICATE',
      ]);
    }),
  );
