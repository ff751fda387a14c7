import type { Label } from '@nodp/terminology';
import type { Explained } from '../explained.ts';
import { categoryOf, meaningOf } from './categories.ts';
import { chapterOf, type NotApplicable } from './chapter-of.ts';
import { type Classification, tablesFor } from './classification.ts';
import { type Deciding, type Dimension, deciding, outcomesOf } from './combinations.ts';
import { commonGroup } from './common-group.ts';
import { editionsAt } from './edition.ts';
import { type Assumption, factorMeaning } from './factors.ts';
import { ruleInWords } from './in-words.ts';
import { withLocation } from './location.ts';
import { type Asked, decidingTables } from './open-tables.ts';
import type { StagedTumour } from './staged-tumour.ts';
import { AXES, type Axis, editionsHeld, tablesOf } from './table.ts';
import type { Mark } from './tables/text.ts';

/** Raised whenever the same input gives another answer. */
export const STAGE_GROUP_VERSION = 3;

export interface DerivedGroup {
  /** `IIIB`; where the categories leave several open what they have in common: `II` of IIB and IIC. */
  readonly group: string;
  /** Whether it is one group of the table and not what several have in common. */
  readonly exact: boolean;
  readonly chapters: readonly string[];
  readonly editions: readonly number[];
  readonly classification: Classification | null;
  /** `pT3 pN1b cM0 → IIIB, AJCC 8, colon and rectum`. */
  readonly rule: Label;
}

export type GroupReason = 'table' | 'what-the-possible-groups-share' | Assumption;

export type GroupMissing = Axis | 'factor' | 'classification' | 'edition' | 'site';

export type NoGroup =
  | NotApplicable
  | 'site-not-known'
  | 'edition-not-held'
  | 'no-table-for-classification'
  | 'no-group-for-combination'
  | 'occult-carcinoma'
  | 'category-does-not-exist'
  | 'factor-not-read'
  | 'several-groups-possible';

/** An edition of a chapter whose tables are not held. */
export interface NotHeld {
  readonly chapter: string;
  readonly edition: number;
}

export interface ExplainedGroup extends Explained<DerivedGroup, GroupReason, GroupMissing> {
  /** Why there is no value; null where there is one. */
  readonly because: NoGroup | null;
  /** Every group that the categories leave open, as they advance. */
  readonly possible: readonly string[];
  /** What would decide between them: of each open category or factor what it would make. */
  readonly depends: readonly Deciding[];
  /** Categories as written that no table asked has. */
  readonly absent: readonly string[];
  /** Editions that were asked of a chapter and are not held, so that what they would give is not known. */
  readonly notHeld: readonly NotHeld[];
  readonly sources: readonly string[];
  /** Whether every table asked was read from its source; else what it is held as until a board confirms it. */
  readonly mark: Mark;
}

const MARKS: readonly Mark[] = ['seen', 'known', 'draft'];

const none = (
  because: NoGroup,
  missing: readonly GroupMissing[] = [],
  notHeld: readonly NotHeld[] = [],
): ExplainedGroup => ({
  value: null,
  why: [],
  missing,
  because,
  possible: [],
  depends: [],
  absent: [],
  notHeld,
  sources: [],
  mark: 'seen',
});

/** TX N0 M0 of a chapter that makes it a stage of its own: the cells are there, the tumour is seen nowhere. */
const isOccult = (asked: readonly Asked[], { T, N, M }: StagedTumour['categories']): boolean =>
  asked.every(({ table }) => table.text.occult === true) &&
  categoryOf('T', T ?? '')?.level === 'X' &&
  categoryOf('N', N ?? '')?.level === '0' &&
  ['0', 'X'].includes(categoryOf('M', M ?? '')?.level ?? 'X');

const sortGroups = (groups: Iterable<string>): string[] =>
  [...new Set(groups)].sort((a, b) => (a < b ? -1 : 1));

const answer = (asked: readonly Asked[], given: StagedTumour, assumed: Set<Assumption>) => {
  const unknown = new Set<GroupMissing>();
  const open: Deciding[] = [];
  const groups: string[] = [];
  const absent = new Set<string>();
  let wrong: NoGroup | null = null;
  let mayHaveNone = false;
  const ofTables: (Asked & { readonly groups: readonly string[] })[] = [];
  for (const one of asked) {
    const { table } = one;
    const dimensions: Dimension[] = [];
    for (const axis of AXES) {
      const meaning = meaningOf(table, axis, given.categories[axis]);
      if ('wrong' in meaning) {
        wrong = 'category-does-not-exist';
        absent.add(given.categories[axis] ?? '');
        break;
      }
      if (meaning.unknown && axis !== 'M') unknown.add(axis);
      dimensions.push({ name: axis, values: meaning.leaves, unknown: meaning.unknown });
    }
    if (dimensions.length < AXES.length) continue;
    for (const factor of table.factors) {
      const meaning = factorMeaning(factor, given.factors);
      if (meaning.wrong) wrong = 'factor-not-read';
      if (meaning.assumption !== null) assumed.add(meaning.assumption);
      dimensions.push({ name: factor.name, values: meaning.values, unknown: meaning.unknown });
    }
    const outcomes = outcomesOf(table, dimensions);
    mayHaveNone ||= outcomes.mayHaveNone;
    groups.push(...outcomes.found.map(({ group }) => group));
    ofTables.push({ ...one, groups: sortGroups(outcomes.found.map(({ group }) => group)) });
    open.push(...deciding(dimensions, outcomes.found));
  }
  return {
    groups: sortGroups(groups),
    unknown,
    open,
    openTables: decidingTables(ofTables),
    wrong,
    absent: [...absent],
    mayHaveNone,
  };
};

const withoutDuplicates = (open: readonly Deciding[]): readonly Deciding[] => [
  ...new Map(open.map((one) => [one.on, one])).values(),
];

/**
 * The stage group that a tumour's categories make, as a function of chapter, edition, classification, T, N, M and the
 * chapter's factors. Categories that are unknown or not subdivided are not guessed: the answer is what every possible
 * group shares, or the set of them with what would decide. M not recorded, MX and pM0 are read as M0 and said. Source:
 * AJCC Cancer Staging Manual, 8th edition, chapter 1, and the tables of its chapters (`tables/`).
 */
export const stageGroup = (tumour: StagedTumour): ExplainedGroup => {
  const given = withLocation(tumour);
  const assumed = new Set<Assumption>();
  let chapters = given.chapters;
  if (chapters === null) {
    if (given.topography === null) return none('site-not-known', ['site']);
    const found = chapterOf(given.topography, given.morphology, given.factors);
    if ('notApplicable' in found) return none(found.notApplicable);
    if (found.p16Assumed) assumed.add('p16-not-tested');
    // Anatomic and prognostic stage of the breast are two answers, not two readings of one.
    chapters = found.chapters.filter((id) => id !== 'breast-prognostic');
  }
  const asked: Asked[] = [];
  const notHeld: NotHeld[] = [];
  let held = false;
  for (const chapter of chapters) {
    const editions =
      given.edition !== null
        ? [given.edition]
        : given.diagnosed !== null
          ? editionsAt(chapter, given.diagnosed)
          : editionsHeld(chapter);
    if (given.edition === null && given.diagnosed === null) assumed.add('edition-of-no-date');
    for (const edition of editions) {
      if (tablesOf(chapter, edition).length > 0) held = true;
      else notHeld.push({ chapter, edition });
      for (const table of tablesFor(chapter, edition, given.classification))
        asked.push({ chapter, edition, table });
    }
  }
  if (asked.length === 0)
    return none(
      held ? 'no-table-for-classification' : 'edition-not-held',
      held ? ['classification'] : ['edition'],
      notHeld,
    );
  const { groups, unknown, open, openTables, wrong, absent, mayHaveNone } = answer(
    asked,
    given,
    assumed,
  );
  const sources = [...new Set(asked.map(({ table }) => table.text.source))];
  const mark =
    MARKS[Math.max(...asked.map(({ table }) => MARKS.indexOf(table.text.mark)))] ?? 'draft';
  if (isOccult(asked, given.categories))
    return { ...none('occult-carcinoma', [], notHeld), sources, mark };
  if (groups.length === 0 || wrong === 'factor-not-read')
    return { ...none(wrong ?? 'no-group-for-combination', [], notHeld), absent, sources, mark };
  if ((given.categories.M ?? '') === '' || /^[cp]?MX$/i.test(given.categories.M ?? ''))
    assumed.add('m-not-recorded');
  const ofCategories = groups.length > 1 ? withoutDuplicates(open) : [];
  const depends = groups.length > 1 ? [...openTables, ...ofCategories] : [];
  const missing: GroupMissing[] = [...unknown];
  if (ofCategories.some(({ on }) => !AXES.includes(on as Axis))) missing.push('factor');
  if (new Set(asked.map(({ chapter }) => chapter)).size > 1 && groups.length > 1)
    missing.push('site');
  if (groups.length > 1 && given.classification === null && asked.length > 1)
    missing.push('classification');
  const common = mayHaveNone ? null : commonGroup(groups);
  const value =
    common === null
      ? null
      : {
          group: common,
          exact: groups.length === 1,
          chapters: [...new Set(asked.map(({ chapter }) => chapter))],
          editions: [...new Set(asked.map(({ edition }) => edition))],
          classification: given.classification,
          rule: ruleInWords(given, asked, common),
        };
  return {
    value,
    why:
      value === null
        ? [...assumed]
        : [value.exact ? 'table' : 'what-the-possible-groups-share', ...assumed],
    missing,
    because: value === null ? 'several-groups-possible' : null,
    possible: groups,
    depends,
    absent: [],
    notHeld,
    sources,
    mark,
  };
};
