import type { TypeCounts } from '@nodp/intake';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus. No label ever holds what identifies a person. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
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
  };
};

export type Metrics = ReturnType<typeof createMetrics>;

const endpoints = ['graphql', 'fhir', 'auth', 'audit', 'health', 'metrics', 'assets'];

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
