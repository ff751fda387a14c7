import { BiostatisticsError } from '../errors.ts';

/** What became of registered patients within an interval after their diagnosis. */
export interface FlowInterval {
  /** Died, whether registered by then or not. */
  readonly deaths: number;
  /** Last heard of, alive. */
  readonly withdrawn: number;
  /** Registered while they lived. */
  readonly registered: number;
  /** Died before any report of them: registered afterwards, by their death certificate. */
  readonly diedUnregistered: number;
  /** Death certificates of patients registered while they lived, the cause known. */
  readonly certificates: number;
  /** Those of them that name the cancer. */
  readonly mentions: number;
}

/** Completeness at the end of an interval, and what is missing: shares of all who fell ill. */
export interface FlowCompleteness {
  readonly completeness: number;
  /** Alive and not registered yet. */
  readonly missing: number;
  /** Dead without having been registered, the cancer not on the death certificate. */
  readonly lost: number;
}

/** Chance to have no event in an interval by the actuarial life table: half of those who leave are at risk. */
const pass = (atRisk: number, events: number, leaving: number): number => {
  const exposed = atRisk - leaving / 2;
  return exposed > 0 ? Math.max(0, 1 - events / exposed) : 1;
};

/** Share of certificates with the cancer, by interval; an interval that has none takes the one before it, the first ones the next. */
const mentionBy = (intervals: readonly FlowInterval[]): number[] => {
  const known = intervals.map(({ certificates, mentions }) =>
    certificates > 0 ? Math.min(1, mentions / certificates) : null,
  );
  let last = known.find((share) => share !== null);
  if (last == null)
    throw new BiostatisticsError('empty', 'intervals', 'hold no death certificate; give one');
  return known.map((share) => {
    last = share ?? last;
    return last as number;
  });
};

/**
 * Completeness of registration by the flow method (Bullard, Coleman, Robinson, Lutz, Bell and Peto, Br J Cancer 2000;82:1111–1116):
 * whoever fell ill is registered unless he lives and is not registered yet, S(t)·U(t), or died unregistered without the cancer
 * on his certificate, ∫ U·(1 − M)·(−dS). S is survival, U the chance that a living patient is unregistered, M the chance that a
 * certificate names the cancer, each by life table.
 * @param patients registered patients at diagnosis
 * @param intervals one after another from diagnosis
 * @throws {BiostatisticsError} `empty` without patients or certificates
 */
export function flowCompleteness(
  patients: number,
  intervals: readonly FlowInterval[],
): FlowCompleteness[] {
  if (!(patients > 0))
    throw new BiostatisticsError('empty', 'patients', 'has to be above 0; give one');
  const mention = mentionBy(intervals);
  let [alive, unregistered] = [patients, patients];
  let [survival, waiting, lost] = [1, 1, 0];
  return intervals.map((one, i) => {
    const lives = survival * pass(alive, one.deaths, one.withdrawn);
    const waits = waiting * pass(unregistered, one.registered, one.diedUnregistered);
    // Deaths of an interval meet the mean of those who still wait in it.
    lost += (survival - lives) * ((waiting + waits) / 2) * (1 - (mention[i] as number));
    alive = Math.max(0, alive - one.deaths - one.withdrawn);
    unregistered = Math.max(0, unregistered - one.registered - one.diedUnregistered);
    [survival, waiting] = [lives, waits];
    const missing = survival * waiting;
    return { completeness: 1 - missing - lost, missing, lost };
  });
}
