/** What flows between the pools: the arrows of the drawing and the rows of the table beside it. */
import { useLingui } from '@lingui/react/macro';
import type { Seen } from './data.ts';

export type Pool =
  | 'hospitals'
  | 'held'
  | 'clinical'
  | 'disease'
  | 'business'
  | 'research'
  | 'basic';

export interface Flow {
  readonly id: string;
  readonly from: Pool;
  readonly to: Pool;
  readonly what: string;
  readonly today: number | null;
  readonly month: number | null;
  /** What cannot be said by a number a day. */
  readonly words: string | null;
  /** The page of what stands behind it. */
  readonly path: string;
}

/** Days within which the newest release counts as one of the month. */
const MONTH = 30 * 86_400_000;

export function useFlows({ dataCentre: seen, releases }: Seen): Flow[] {
  const { t } = useLingui();
  const today = new Date().toDateString();
  const made = releases.map(({ builtAt }) => new Date(builtAt));
  const hours = seen.hoursToAct;
  const hoursShown = hours === null ? '' : hours.toFixed(1);
  return [
    {
      ...{ id: 'in', from: 'hospitals', to: 'clinical', what: t`records received`, words: null },
      ...{
        today: seen.receivedToday,
        month: seen.received,
        path: '/data-centre/network/{-$institutionId}',
      },
    },
    {
      ...{ id: 'held', from: 'hospitals', to: 'held', what: t`held or refused`, words: null },
      today: seen.heldToday + seen.refusedToday,
      month: seen.held + seen.refused,
      path: '/data-centre/held/{-$heldId}',
    },
    {
      ...{ id: 'sites', from: 'clinical', to: 'disease', what: t`judged by quality indicators` },
      ...{
        today: null,
        month: null,
        words: t`as records come`,
        path: '/data-centre/quality/{-$code}',
      },
    },
    {
      ...{ id: 'alerts', from: 'clinical', to: 'business', what: t`alerts raised`, words: null },
      ...{ today: seen.alertsToday, month: seen.alerts, path: '/data-centre/tasks' },
    },
    {
      ...{ id: 'acted', from: 'business', to: 'clinical', what: t`alerts acted on` },
      ...{ today: seen.actedToday, month: seen.acted, path: '/data-centre/tasks' },
      words: hours === null ? null : t`half within ${hoursShown} h`,
    },
    {
      ...{ id: 'releases', from: 'clinical', to: 'research', what: t`releases made`, words: null },
      today: made.filter((day) => day.toDateString() === today).length,
      month: made.filter((day) => Date.now() - day.getTime() < MONTH).length,
      path: '/data-centre/releases',
    },
    {
      ...{ id: 'jobs', from: 'basic', to: 'clinical', what: t`accounts, institutions and jobs` },
      ...{ today: null, month: null, words: t`serve every pool`, path: '/data-centre/jobs' },
    },
  ];
}
