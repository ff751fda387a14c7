import type { Label } from '@nodp/terminology';
import { fellPr, millimetres, percent, rosePd, type Tenths } from '../recist/millimetres.ts';
import { daysBetween } from '../recist/timepoints.ts';

/** Raised whenever the same input gives another answer. */
export const RADIOTHERAPY_RESPONSE_VERSION = 1;

/** Days after the last fraction within which growth may be a reaction to radiation and no progression. */
export const REACTION_DAYS = 56;

/** What was seen of one lesion on a day. */
export interface Seen {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What counts, in tenths of a millimetre: too small 5 mm, gone 0. Null where it was not measured. */
  readonly tenths: Tenths | null;
  /** Of what was not measured; null where nothing was said. */
  readonly words: 'present' | 'progressed' | null;
}

export type LesionAnswer = 'CR' | 'PR' | 'SD' | 'PD' | 'NE';

export interface AnsweredVisit {
  readonly date: string;
  readonly response: LesionAnswer;
  /** In per cent of the baseline; null where one of them was not measured. */
  readonly change: number | null;
  /** Whole weeks after the last fraction; negative before. */
  readonly weeksAfter: number;
  /** Growth that may be a reaction. */
  readonly early: boolean;
}

export interface LesionOutcome {
  readonly baseline: Seen;
  readonly best: LesionAnswer;
  /** The first progression that counts; null where there is none. */
  readonly failedOn: string | null;
  /** The last day on which it was seen and had not progressed; null where it progressed first, or was not seen. */
  readonly controlledUntil: string | null;
  readonly visits: readonly AnsweredVisit[];
}

const isGone = (tenths: Tenths, node: boolean): boolean => (node ? tenths < 100 : tenths === 0);

const answer = (
  seen: Seen,
  {
    node,
    baseline,
    nadir,
  }: { readonly node: boolean; readonly baseline: Tenths | null; readonly nadir: Tenths | null },
): LesionAnswer => {
  if (seen.words === 'progressed') return 'PD';
  if (seen.tenths === null) return seen.words === 'present' ? 'SD' : 'NE';
  if (isGone(seen.tenths, node)) return 'CR';
  // What was gone and is there again progressed, however small it is.
  if (nadir !== null && (isGone(nadir, node) || rosePd(seen.tenths, nadir))) return 'PD';
  return baseline !== null && fellPr(seen.tenths, baseline) ? 'PR' : 'SD';
};

const RANK: readonly LesionAnswer[] = ['CR', 'PR', 'SD', 'PD', 'NE'];

/**
 * How one lesion answered radiotherapy, by its own diameter as RECIST 1.1 has it (30 % under the baseline; 20 % and 5 mm over the
 * lowest before). Growth in the first eight weeks after the last fraction may be a reaction and does not count.
 * @param reactionDays 0 for a lesion that was not irradiated
 * @returns null where nothing was seen of it before the treatment
 */
export const lesionOutcome = ({
  node,
  start,
  end,
  seen,
  reactionDays = REACTION_DAYS,
}: {
  readonly node: boolean;
  /** First and last day of the treatment, YYYY-MM-DD. */
  readonly start: string;
  readonly end: string;
  readonly seen: readonly Seen[];
  readonly reactionDays?: number;
}): LesionOutcome | null => {
  const inOrder = seen.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const baseline = inOrder.findLast(
    ({ day, tenths, words }) => day <= start && (tenths !== null || words !== null),
  );
  if (baseline === undefined || (baseline.tenths !== null && isGone(baseline.tenths, node)))
    return null;
  let nadir = baseline.tenths;
  let failedOn: string | null = null;
  let controlledUntil: string | null = null;
  const visits: AnsweredVisit[] = [];
  for (const one of inOrder.filter(({ day }) => day > start)) {
    const response = answer(one, { node, baseline: baseline.tenths, nadir });
    const early = response === 'PD' && daysBetween(end, one.day) < reactionDays;
    if (response === 'PD' && !early) failedOn ??= one.day;
    if (response !== 'PD' && response !== 'NE' && failedOn === null) controlledUntil = one.day;
    if (one.tenths !== null) nadir = nadir === null ? one.tenths : Math.min(nadir, one.tenths);
    visits.push({
      ...{ date: one.day, response, early },
      change:
        one.tenths === null || baseline.tenths === null
          ? null
          : percent(one.tenths, baseline.tenths),
      weeksAfter: Math.floor(daysBetween(end, one.day) / 7),
    });
  }
  const counted = visits
    .filter(({ early, date }) => !early && (failedOn === null || date <= failedOn))
    .map(({ response }) => response);
  const best = RANK.find((response) => counted.includes(response)) ?? 'NE';
  return { baseline, best, failedOn, controlledUntil, visits };
};

const size = ({ tenths }: Seen): string => (tenths === null ? '–' : String(millimetres(tenths)));

/** An outcome in sentences. */
export const outcomeSentences = (
  { baseline, failedOn, controlledUntil, visits }: LesionOutcome,
  end: string,
): Label[] => [
  {
    en: `Baseline ${size(baseline)} mm on ${baseline.day}; the last fraction on ${end}.`,
    zh: `基线${size(baseline)} mm（${baseline.day}）；末次照射${end}。`,
  },
  ...visits
    .filter(({ early }) => early)
    .map(({ date, weeksAfter }) => ({
      en: `Growth on ${date}, ${weeksAfter < 0 ? 'before the last fraction' : `${weeksAfter} weeks after the last fraction`}, may be a reaction: it counts from eight weeks on.`,
      zh: `${date}增大（${weeksAfter < 0 ? '末次照射前' : `末次照射后${weeksAfter}周`}）可能为放射反应：8周后方计为进展。`,
    })),
  ...(visits.length > 0 && visits.every(({ weeksAfter }) => weeksAfter < 8)
    ? [
        {
          en: 'Not seen yet from eight weeks after the last fraction on: the response is not final.',
          zh: '末次照射8周后尚无评估：疗效尚非最终。',
        },
      ]
    : []),
  failedOn !== null
    ? {
        en: `It progressed on ${failedOn}: 20 % and 5 mm over its least, seen again, or unequivocally.`,
        zh: `${failedOn}进展：较最低值增加≥20%且≥5 mm，或再现，或明确进展。`,
      }
    : controlledUntil === null
      ? { en: 'It was not seen after the treatment.', zh: '治疗后未见评估。' }
      : {
          en: `Controlled until ${controlledUntil}, when it was seen last.`,
          zh: `至${controlledUntil}（末次评估）局部控制。`,
        },
];
