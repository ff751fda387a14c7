/** What institutions send, and how well, as the gateway tells it. */
import { readJson } from '../../../graph/failure.ts';
import type { CodeDomain, InstitutionTier } from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';

export interface NetworkInstitution {
  readonly id: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly tier: InstitutionTier;
  readonly regionCode: string;
  /** Of the last 30 days, and of the 30 before. */
  readonly received: number;
  readonly failed: number;
  readonly receivedBefore: number;
  readonly failedBefore: number;
  readonly held: number;
  /** New records of 90 days that say when it was, and those received within 30 days of it. */
  readonly dated: number;
  readonly timely: number;
  /** The day that its silence was noticed on. */
  readonly silentSince: string | null;
  readonly rhythm: {
    readonly last: string | null;
    readonly usual: number | null;
    readonly limit: number | null;
    readonly since: number | null;
    readonly silent: boolean;
  };
}

export interface Network {
  readonly institutions: readonly NetworkInstitution[];
  readonly edits: readonly { readonly id: string; readonly title: Label }[];
}

export interface DayTallied {
  readonly day: string;
  readonly resourceType: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retained: number;
  readonly held: number;
  readonly refused: number;
  readonly within1: number;
  readonly within7: number;
  readonly within30: number;
  readonly within90: number;
  readonly within365: number;
  readonly later: number;
}

interface Totals {
  readonly received: number;
  readonly held: number;
  readonly refused: number;
}

export interface Report {
  readonly month: string;
  readonly days: readonly DayTallied[];
  readonly reasons: readonly {
    readonly outcome: 'held' | 'refused' | 'warned';
    readonly reason: string;
    readonly records: number;
    readonly example: { readonly submission: string; readonly where: string };
  }[];
  readonly completeness: readonly {
    readonly siteGroup: string;
    readonly tumours: number;
    readonly morphology: number;
    readonly basis: number;
    readonly diagnosedToDay: number;
    readonly stage: number;
  }[];
  readonly past: readonly (Totals & { readonly month: string })[];
  readonly tier: (Totals & { readonly institutions: number }) | null;
  /** Own codes without a mapping, of everything sent until now. */
  readonly unmapped: readonly {
    readonly domain: CodeDomain;
    readonly system: string;
    readonly code: string;
    readonly display: string | null;
    readonly records: number;
  }[];
  readonly silences: readonly {
    readonly raisedOn: string;
    readonly lastOn: string;
    readonly endedOn: string | null;
  }[];
}

export const readNetwork = (signal: AbortSignal) => readJson<Network>('/network', signal);

export const readReport = (institution: string, month: string, signal: AbortSignal) =>
  readJson<Report>(`/network/${institution}?month=${month}`, signal);
