import type { Tenths } from './millimetres.ts';
import type { NonTargetResponse, TargetResponse } from './response.ts';

/** Raised whenever the same input gives another answer. */
export const IRECIST_VERSION = 2;

export interface ImmuneVisit {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly target: TargetResponse | null;
  readonly nonTarget: NonTargetResponse | null;
  /** Sum of the target lesions; null where not measured. */
  readonly sum: Tenths | null;
  /** New lesions present by now. */
  readonly newLesions: number;
  /** Sum of the new lesions that are measured. */
  readonly newSum: Tenths | null;
  /** Whether non-target lesions grew further since they progressed. */
  readonly nonTargetWorse: boolean;
}

export type ImmuneResponse = 'iCR' | 'iPR' | 'iSD' | 'iUPD' | 'iCPD' | 'NE';

export type Confirmation =
  | 'sum-grew-by-5-mm'
  | 'new-lesions-grew'
  | 'another-new-lesion'
  | 'non-target-grew'
  | 'another-category-progressed';

export interface ImmuneVisitResponse {
  readonly date: string;
  readonly response: ImmuneResponse;
  readonly confirmedBy: readonly Confirmation[];
}

const DAY = 86_400_000;
const FOUR_WEEKS = 28;

const categoriesOf = (visit: ImmuneVisit): ReadonlySet<string> =>
  new Set([
    ...(visit.target === 'PD' ? ['target'] : []),
    ...(visit.nonTarget === 'PD' ? ['non-target'] : []),
    ...(visit.newLesions > 0 ? ['new'] : []),
  ]);

const confirmations = (first: ImmuneVisit, now: ImmuneVisit): Confirmation[] => {
  const before = categoriesOf(first);
  const found: Confirmation[] = [];
  if (before.has('target') && first.sum !== null && now.sum !== null && now.sum - first.sum >= 50)
    found.push('sum-grew-by-5-mm');
  if (
    before.has('new') &&
    first.newSum !== null &&
    now.newSum !== null &&
    now.newSum - first.newSum >= 50
  )
    found.push('new-lesions-grew');
  if (before.has('new') && now.newLesions > first.newLesions) found.push('another-new-lesion');
  if (before.has('non-target') && now.nonTargetWorse) found.push('non-target-grew');
  if ([...categoriesOf(now)].some((category) => !before.has(category)))
    found.push('another-category-progressed');
  return found;
};

const withoutProgression = ({ target, nonTarget }: ImmuneVisit): ImmuneResponse => {
  if (target === null)
    return nonTarget === 'CR' ? 'iCR' : nonTarget === 'non-CR/non-PD' ? 'iSD' : 'NE';
  if (target === 'CR') return nonTarget === null || nonTarget === 'CR' ? 'iCR' : 'iPR';
  return target === 'PR' ? 'iPR' : target === 'SD' ? 'iSD' : 'NE';
};

/**
 * The response under immunotherapy. Progression is unconfirmed until a visit four weeks later or more shows more of it:
 * 5 mm more of the sum or of the new lesions, another new lesion, non-target lesions worse, or another kind of
 * progression. A visit without progression resets it. Source: Seymour L et al., iRECIST, Lancet Oncol 2017;18:e143–e152.
 *
 * @param visits in order of time
 */
export const immuneResponses = (visits: readonly ImmuneVisit[]): ImmuneVisitResponse[] => {
  let unconfirmed: ImmuneVisit | null = null;
  let confirmed = false;
  // New lesions at the last visit that was evaluable: what is still there later is not new once more.
  let present = 0;
  return visits.map((visit) => {
    const { date } = visit;
    const another = visit.newLesions > present;
    if (another || withoutProgression(visit) !== 'NE') present = visit.newLesions;
    const progresses: boolean =
      visit.target === 'PD' ||
      visit.nonTarget === 'PD' ||
      another ||
      (unconfirmed !== null && confirmations(unconfirmed, visit).length > 0);
    if (confirmed) return { date, response: 'iCPD', confirmedBy: [] };
    if (unconfirmed !== null) {
      const late = (Date.parse(date) - Date.parse(unconfirmed.date)) / DAY >= FOUR_WEEKS;
      const confirmedBy = late ? confirmations(unconfirmed, visit) : [];
      if (confirmedBy.length > 0) {
        confirmed = true;
        return { date, response: 'iCPD', confirmedBy };
      }
    }
    if (progresses) {
      unconfirmed ??= visit;
      return { date, response: 'iUPD', confirmedBy: [] };
    }
    const response = withoutProgression(visit);
    // What was not evaluable resets nothing.
    if (response !== 'NE') unconfirmed = null;
    return {
      date,
      response: response === 'NE' && unconfirmed !== null ? 'iUPD' : response,
      confirmedBy: [],
    };
  });
};
