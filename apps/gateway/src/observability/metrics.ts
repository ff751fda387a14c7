import type { TypeCounts } from '@nodp/intake';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const GAUGES = {
  pool_in_use: 'Connections of the application’s pool in use.',
  pool_waiting: 'Sessions that wait for a connection of the pool.',
  jobs: 'Jobs that wait or run.',
  submissions_open: 'Submissions received and not answered yet.',
  database_bytes: 'Size of the database.',
  database_connections: 'Connections to the database server.',
  disk_free_bytes: 'Free on the disk that holds the home.',
  archiver_failing: '1 where the last try to archive the log failed.',
  last_archived_timestamp_seconds: 'When the last file of the log was archived.',
  last_backup_timestamp_seconds:
    'The moment that the last backup restores to; 0 where there is none.',
  release_number: 'The newest research release.',
} as const;

export type GaugeName = keyof typeof GAUGES;

/** Of the last sample. */
const gauges = (registry: Registry) => {
  const made = Object.entries(GAUGES).map(
    ([name, help]) =>
      [name, new Gauge({ name: `nodp_${name}`, help, registers: [registry] })] as const,
  );
  return { gauges: Object.fromEntries(made) as Record<GaugeName, Gauge> };
};

/** Figures for Prometheus. No label ever holds what identifies a person. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    answered: answeredSince(),
    requests: new Histogram({
      name: 'nodp_http_request_seconds',
      help: 'Duration of HTTP requests by endpoint, method and status.',
      labelNames: ['endpoint', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    resources: new Counter({
      name: 'nodp_intake_resources_total',
      help: 'Resources taken in, by type and what became of them.',
      labelNames: ['type', 'outcome'],
      registers: [registry],
    }),
    ...gauges(registry),
  };
};

/** Endpoints that say nothing of how the platform serves people. */
const ASIDE = ['health', 'metrics', 'assets'];

/** What was answered since it was last taken. */
export interface Answered {
  readonly requests: number;
  readonly errors: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** More requests in half a minute are counted, and their times are those of the first ones. */
const MOST_TIMES = 50_000;

const percentile = (sorted: Float64Array, share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;

/** Requests and their times, for samples. */
export const answeredSince = () => {
  let requests = 0;
  let errors = 0;
  let times: number[] = [];
  return {
    note: (endpoint: string, status: number, milliseconds: number): void => {
      if (ASIDE.includes(endpoint)) return;
      requests++;
      if (status >= 500) errors++;
      if (times.length < MOST_TIMES) times.push(milliseconds);
    },
    take: (): Answered => {
      const sorted = Float64Array.from(times).sort();
      const taken = {
        requests,
        errors,
        p50: percentile(sorted, 0.5),
        p95: percentile(sorted, 0.95),
      };
      requests = 0;
      errors = 0;
      times = [];
      return taken;
    },
  };
};

export type Metrics = ReturnType<typeof createMetrics>;

const endpoints = [
  'graphql',
  'fhir',
  'hl7v2',
  'csv',
  'dicom-web',
  'auth',
  'audit',
  'questionnaire',
  'contact-outcomes',
  'followup-plans',
  'screening-rounds',
  'deaths',
  'data-exports',
  'note-files',
  'messages',
  'message-reports',
  'beacon',
  'health',
  'metrics',
  'assets',
];

/** The first part of a path, where it names an endpoint; identifiers further on never become a label. */
export const endpointOf = (path: string): string => {
  const first = path.split('/')[1] ?? '';
  return endpoints.includes(first) ? first : 'web';
};

/** What became of the resources of one submission. */
export const countResources = (metrics: Metrics, counts: readonly TypeCounts[]): void => {
  for (const { resourceType, ...outcomes } of counts) {
    for (const [outcome, number] of Object.entries(outcomes)) {
      metrics.resources.inc({ type: resourceType, outcome }, number);
    }
  }
};
