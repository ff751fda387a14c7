import { chineseSurname } from '@nodp/linkage';
import type { AccessFindingKind } from '../generated/resolvers.ts';

/** What an account did on a day of the national calendar. */
export interface AccountDay {
  readonly accountId: string;
  readonly role: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Patients it was shown, those of one request once. */
  readonly shown: number;
  /** Requests between 22 and 6 o'clock. */
  readonly night: number;
}

/** A patient that an account opened, with the names that institutions know the patient by. */
export interface Opened {
  readonly accountId: string;
  readonly role: string;
  readonly patientId: string;
  /** Of the last time. */
  readonly day: string;
  readonly names: readonly string[];
}

/** The names of an account's holder. */
export interface Holder {
  readonly accountId: string;
  readonly names: readonly string[];
}

export interface Finding {
  readonly kind: AccessFindingKind;
  readonly account: string;
  readonly role: string;
  readonly day: string;
  readonly observed: number;
  readonly usual: number | null;
  readonly patientIds: readonly string[];
}

/** Times what is usual for the account. */
const MANY_TIMES = 3;
/** Fewer on a day are never many. */
const LEAST = 50;
/** Earlier days with which an account has a usual number. */
const ENOUGH_DAYS = 5;
/** Many, for an account without a usual number. */
const MANY_FOR_NEW = 300;
const SHOWN_PATIENTS = 20;

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low as number) + (high as number)) / 2;
};

/**
 * Days of an account with far more patients than its own earlier ones, and requests at night.
 * @param days with those before `from` that tell what is usual
 */
export const unusualDays = (days: readonly AccountDay[], from: string): Finding[] =>
  days
    .filter(({ day }) => day >= from)
    .flatMap(({ accountId: account, role, day, shown, night }): Finding[] => {
      const earlier = days.filter((other) => other.accountId === account && other.day < day);
      const usual =
        earlier.length < ENOUGH_DAYS ? null : median(earlier.map((other) => other.shown));
      const most = usual === null ? MANY_FOR_NEW : Math.max(LEAST, MANY_TIMES * usual);
      const of = { account, role, day, patientIds: [] };
      return [
        ...(shown > most ? [{ ...of, kind: 'VOLUME' as const, observed: shown, usual }] : []),
        ...(night > 0
          ? [{ ...of, kind: 'OUTSIDE_HOURS' as const, observed: night, usual: null }]
          : []),
      ];
    });

/** A name as it is compared: case, width and spaces do not count. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.,]/g, '');

/** Groups what an account opened into one finding of a kind, of the day it last happened. */
const together = (kind: AccessFindingKind, opened: readonly Opened[]): Finding[] =>
  [...Map.groupBy(opened, ({ accountId }) => accountId)].map(([account, of]) => ({
    kind,
    account,
    role: (of[0] as Opened).role,
    day: of.map(({ day }) => day).reduce((a, b) => (a > b ? a : b)),
    observed: of.length,
    usual: null,
    patientIds: of.slice(0, SHOWN_PATIENTS).map(({ patientId }) => patientId),
  }));

/**
 * Patients that were opened and have the name of an account's holder of the institution (the own one too), or the Chinese
 * surname of the account that opened them.
 */
export const unusualNames = (opened: readonly Opened[], holders: readonly Holder[]): Finding[] => {
  const staff = new Set(holders.flatMap(({ names }) => names.map(folded)).filter((n) => n !== ''));
  const surnames = new Map(
    holders.map(({ accountId, names }) => [
      accountId,
      new Set(names.map(chineseSurname).filter((surname) => surname !== null)),
    ]),
  );
  const colleague = ({ names }: Opened) => names.some((name) => staff.has(folded(name)));
  const sameSurname = ({ accountId, names }: Opened) =>
    names.some((name) => {
      const surname = chineseSurname(name);
      return surname !== null && (surnames.get(accountId)?.has(surname) ?? false);
    });
  return [
    ...together('COLLEAGUE', opened.filter(colleague)),
    ...together(
      'SAME_SURNAME',
      opened.filter((one) => sameSurname(one) && !colleague(one)),
    ),
  ];
};

/** An account's accesses to a patient who is marked as restricted, on a day of the national calendar. */
export interface RestrictedPatientAccess {
  readonly accountId: string;
  readonly role: string;
  readonly patientId: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** Accounts that were shown restricted patients (staff, public persons), opened or in a list. */
export const unusualRestricted = (accesses: readonly RestrictedPatientAccess[]): Finding[] => {
  // The same patient on two days is one patient; the latest day is told.
  const latest = new Map<string, RestrictedPatientAccess>();
  for (const access of accesses) {
    const key = `${access.accountId} ${access.patientId}`;
    const known = latest.get(key);
    if (known === undefined || known.day < access.day) latest.set(key, access);
  }
  return together(
    'RESTRICTED',
    [...latest.values()].map((access) => ({ ...access, names: [] })),
  );
};
