import type { OverallResponse } from './response.ts';

/** Raised whenever the same input gives another answer. */
export const BEST_RESPONSE_VERSION = 1;

export interface Timepoint {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly response: OverallResponse;
}

export interface Protocol {
  /** From when the duration of stable disease counts: the baseline, or the start of treatment. */
  readonly start: string;
  /** Days for which disease has to be stable. */
  readonly minimumStableDays: number;
  /** Days after which a response is confirmed. */
  readonly confirmationDays: number;
  /** The first day of another anticancer treatment; nothing counts from it on. Null where there is none. */
  readonly newTreatment: string | null;
}

export interface BestResponse {
  readonly best: OverallResponse;
  /** The first visit of the response; null where it is none of a visit. */
  readonly on: string | null;
}

const DAY = 86_400_000;

const days = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The visits that count: up to the first progression, before any other treatment. What is seen again after a complete
 * response is progression, whatever it would be against the baseline.
 */
const counting = (timepoints: readonly Timepoint[], { newTreatment }: Protocol): Timepoint[] => {
  const counted: Timepoint[] = [];
  let complete: boolean = false;
  for (const one of timepoints.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (newTreatment !== null && one.date >= newTreatment) break;
    const seenAgain: boolean = complete && ['PR', 'SD', 'non-CR/non-PD'].includes(one.response);
    const response: OverallResponse = seenAgain ? 'PD' : one.response;
    counted.push({ ...one, response });
    if (response === 'PD') break;
    complete ||= response === 'CR';
  }
  return counted;
};

/** The first visit of a response that a later one confirms, with nothing between but responses that keep it. */
const confirmedAt = (
  visits: readonly Timepoint[],
  first: readonly OverallResponse[],
  later: readonly OverallResponse[],
  confirmationDays: number,
): string | null => {
  for (const [index, one] of visits.entries()) {
    if (!first.includes(one.response)) continue;
    for (const next of visits.slice(index + 1)) {
      if (next.response === 'NE') continue;
      if (!later.includes(next.response)) break;
      if (days(one.date, next.date) >= confirmationDays) return one.date;
    }
  }
  return null;
};

const stableAt = (visits: readonly Timepoint[], protocol: Protocol): Timepoint | undefined =>
  visits.find(
    ({ date, response }) =>
      ['CR', 'PR', 'SD', 'non-CR/non-PD'].includes(response) &&
      days(protocol.start, date) >= protocol.minimumStableDays,
  );

/** A partial response that the next evaluable visit shows as stable is stable disease, whenever it was. */
const partialThenStable = (visits: readonly Timepoint[]): Timepoint | undefined => {
  const evaluable = visits.filter(({ response }) => response !== 'NE');
  return evaluable.find(
    ({ response }, index) => response === 'SD' && evaluable[index - 1]?.response === 'PR',
  );
};

const withoutResponse = (visits: readonly Timepoint[], protocol: Protocol): BestResponse => {
  const stable = stableAt(visits, protocol) ?? partialThenStable(visits);
  if (stable !== undefined) {
    const best = stable.response === 'non-CR/non-PD' ? stable.response : 'SD';
    return { best, on: stable.date };
  }
  const progressed = visits.find(({ response }) => response === 'PD');
  return progressed === undefined ? { best: 'NE', on: null } : { best: 'PD', on: progressed.date };
};

/**
 * The best overall response with confirmation, as trials ask for it. Source: RECIST 1.1, table 3 with its footnote, and
 * 4.6; Eisenhauer EA et al., Eur J Cancer 2009;45:228–247.
 */
export const confirmedBest = (
  timepoints: readonly Timepoint[],
  protocol: Protocol,
): BestResponse => {
  const visits = counting(timepoints, protocol);
  const complete = confirmedAt(visits, ['CR'], ['CR'], protocol.confirmationDays);
  if (complete !== null) return { best: 'CR', on: complete };
  const partial = confirmedAt(visits, ['PR'], ['PR', 'CR'], protocol.confirmationDays);
  if (partial !== null) return { best: 'PR', on: partial };
  return withoutResponse(visits, protocol);
};

/** The best overall response without confirmation, as routine care may show it, labelled. */
export const unconfirmedBest = (
  timepoints: readonly Timepoint[],
  protocol: Protocol,
): BestResponse => {
  const visits = counting(timepoints, protocol);
  for (const best of ['CR', 'PR'] as const) {
    const first = visits.find(({ response }) => response === best);
    if (first !== undefined) return { best, on: first.date };
  }
  return withoutResponse(visits, protocol);
};
