import { disclose } from '@nodp/disclosure';
import { DISEASE_TABLES, TABLES } from '@nodp/warehouse';
import type { ReleaseBuildResolvers, ReleaseResolvers } from '../generated/resolvers.ts';
import { findingLabel } from '../release/finding-labels.ts';
import { casesOf, personsOf, releaseOf } from '../release/release-rows.ts';

export const Release: ReleaseResolvers = {
  __resolveReference: async ({ number, checksum }, { session }) => {
    const row = await releaseOf(session, number);
    return row?.checksum === checksum ? row : null;
  },
  persons: (release, _, { resources }) => disclose(personsOf(release), resources.releases.rule),
  cases: (release, _, { resources }) => disclose(casesOf(release), resources.releases.rule),
  findings: ({ findings }, _, { resources }) =>
    (findings ?? []).map(({ finding, cases, key }) => ({
      finding,
      label: findingLabel(finding),
      cases: disclose({ count: cases, key }, resources.releases.rule),
    })),
  export: ({ exported }) => exported,
  dictionary: () =>
    [...TABLES, ...DISEASE_TABLES].map((table) => ({ ...table, columns: [...table.columns] })),
};

const cancelled = {
  en: 'It was cancelled. Nothing was released.',
  zh: '生成已取消，未生成新版数据。',
};
const failed = (problem: string) => ({
  en: `${problem} Nothing was released.`,
  zh: '生成失败，未生成新版数据；原因见服务器日志。',
});

/** A build that waits for a worker, or to be begun again after a crash, reads as running with nothing done. */
const states = {
  REQUESTED: 'RUNNING',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  CANCELLED: 'FAILED',
} as const;

export const ReleaseBuild: ReleaseBuildResolvers = {
  state: ({ state }) => states[state],
  step: ({ state, step }) => (state === 'DONE' ? 'DONE' : (step ?? 'READING')),
  problem: ({ state, problem }) =>
    state === 'CANCELLED' ? cancelled : problem === null ? null : failed(problem),
};
