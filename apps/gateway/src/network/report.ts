import type { Session } from '@nodp/database';
import { RHYTHM_DAYS, type Rhythm, rhythmOf } from './silence.ts';
import {
  type CompletenessTallied,
  completenessTallied,
  type DayTallied,
  daysTallied,
  type InstitutionTallied,
  institutionsTallied,
  type ReasonTallied,
  reasonsTallied,
  type Silence,
  silencesOf,
  tierTallied,
  type UnmappedCode,
  unmappedCodes,
} from './statements.ts';

/** An institution of the network: how much it sends, how much of it fails, and whether it fell silent. */
export interface NetworkInstitution extends Omit<InstitutionTallied, 'days'> {
  readonly rhythm: Rhythm;
}

export const networkOf = async (session: Session, today: string): Promise<NetworkInstitution[]> => {
  const rows = await session.run(institutionsTallied, { today, back: RHYTHM_DAYS });
  return rows.map(({ days, ...row }) => ({ ...row, rhythm: rhythmOf(days, today) }));
};

export interface MonthTotals {
  /** YYYY-MM. */
  readonly month: string;
  readonly received: number;
  readonly held: number;
  readonly refused: number;
}

/** What an institution is told of what it sent in a month. */
export interface Report {
  readonly month: string;
  readonly days: readonly DayTallied[];
  readonly reasons: readonly ReasonTallied[];
  readonly completeness: readonly CompletenessTallied[];
  /** The month and the five before it, the last first. */
  readonly past: readonly MonthTotals[];
  /** The others of its tier together; null where they are too few to compare with. */
  readonly tier: (Omit<MonthTotals, 'month'> & { readonly institutions: number }) | null;
  /** Own codes without a mapping, of everything that it sent until now: the commonest fifty. */
  readonly unmapped: readonly UnmappedCode[];
  /** When it fell silent, the newest first. */
  readonly silences: readonly Silence[];
}

const PAST = 5;

/** The first and the last day of a month so many months before. */
const monthBefore = (
  month: string,
  before: number,
): { readonly from: string; readonly to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const day = (months: number, at: number) =>
    new Date(Date.UTC(year, number - 1 + months, at)).toISOString().slice(0, 10);
  return { from: day(-before, 1), to: day(1 - before, 0) };
};

const receivedOf = (d: DayTallied): number =>
  d.created + d.updated + d.unchanged + d.retained + d.held + d.refused;

const totalsOf = (days: readonly DayTallied[], month: string): MonthTotals => {
  const own = days.filter(({ day }) => day.startsWith(month));
  const sum = (of: (d: DayTallied) => number) => own.reduce((all, day) => all + of(day), 0);
  return {
    month,
    received: sum(receivedOf),
    held: sum(({ held }) => held),
    refused: sum(({ refused }) => refused),
  };
};

/** @param month YYYY-MM */
export const reportOf = async (
  session: Session,
  institution: string,
  month: string,
): Promise<Report> => {
  const { from, to } = monthBefore(month, 0);
  const earliest = monthBefore(month, PAST).from;
  const days = await session.run(daysTallied, { institution, from: earliest, to });
  const reasons = await session.run(reasonsTallied, { institution, from, to });
  const completeness = await session.run(completenessTallied, { institution, from });
  const [tier] = await session.run(tierTallied, { institution, from, to });
  return {
    month,
    days: days.filter(({ day }) => day.startsWith(month)),
    reasons,
    completeness,
    past: Array.from({ length: PAST + 1 }, (_, before) =>
      totalsOf(days, monthBefore(month, before).from.slice(0, 7)),
    ),
    tier: tier ?? null,
    unmapped: await session.run(unmappedCodes, { institution }),
    silences: await session.run(silencesOf, { institution }),
  };
};
