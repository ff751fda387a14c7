import { disclose } from '@nodp/disclosure';
import { TABLES } from '@nodp/warehouse';
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
  dictionary: () => TABLES.map((table) => ({ ...table, columns: [...table.columns] })),
};

const broken = {
  en: 'The process that built it ended before it was done. Nothing was released; start it again.',
  zh: '生成进程提前终止，未生成新版数据。请重新生成。',
};
const failed = (problem: string) => ({
  en: `${problem} Nothing was released.`,
  zh: '生成失败，未生成新版数据；原因见服务器日志。',
});

export const ReleaseBuild: ReleaseBuildResolvers = {
  state: ({ state, lost }) => (lost ? 'FAILED' : state),
  problem: ({ problem, lost }) => (lost ? broken : problem === null ? null : failed(problem)),
};
