import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import type { DisclosureRule } from '@nodp/disclosure';
import { type Answer, askerOf, principalOf } from '@nodp/graph/testing';
import { createReleases, folderOf, type Releases } from '@nodp/warehouse';
import { type Rows, writeRelease } from '@nodp/warehouse/testing';
import postgres from 'postgres';
import { putRegistries, seedRegions, statistics } from '../index.ts';
import type { Registry } from '../registration/registration.ts';

export type CaseRows = NonNullable<Rows['cases']>;

/** Counts as they are, so that every number can be worked by hand; what moves them has tests of its own. */
const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

/** A registry of one province: 1,000 women and 2,000 men of every age in 2023 and 2024. */
export const registered = (region: string): Registry => ({
  code: `R${region}`,
  name: { en: 'A registry', zh: '登记处' },
  source: { en: 'counted by hand', zh: '手工计数' },
  areas: [2023, 2024].map((year) => ({
    ...{ region, year, completeness: 0.95, closedOn: '2025-12-31' },
    lived: [new Float64Array(18).fill(1000), new Float64Array(18).fill(2000)] as const,
  })),
});

/** A release with its registries, asked as the gateway asks. */
export interface AskedWorld {
  readonly db: TestDatabase;
  readonly releases: Releases;
  close(): Promise<void>;
}

export const openWorld = async (
  cases: CaseRows,
  registries: readonly Registry[],
  rule: DisclosureRule = still,
  others: Omit<Rows, 'cases'> = {},
): Promise<AskedWorld> => {
  const db = await testDatabase();
  const owner = postgres(db.ownerUrl, { max: 1 });
  await seedRegions(owner);
  await putRegistries(owner, registries);
  await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
    (gen_random_uuid(), 'H1', 'First hospital', '第一医院', 'PROVINCIAL', '440000'),
    (gen_random_uuid(), 'H2', 'Second hospital', '第二医院', 'GENERAL', '110000')`;
  await owner.end();
  const folder = await mkdtemp(join(tmpdir(), 'nodp-questions-'));
  await writeRelease(join(folder, folderOf(1)), { cases, ...others });
  const budget = { perDay: 10_000_000 };
  const releases = createReleases({ folder, rule, budget });
  return {
    db,
    releases,
    close: async () => {
      await releases.close();
      await db.end();
      await rm(folder, { recursive: true });
    },
  };
};

const label = '{ en zh }';
const query = `query ($question: StatisticsQuestionInput!) { statistics(question: $question) {
  source { id kind } measure events axes { dimension codes labels ${label} }
  values lower upper numerators denominators states
  about { title ${label} population ${label} period ${label} unit ${label} standard ${label} interval ${label}
    citation ${label} reference ${label} } notes ${label}
  funnel { target dispersion standings cells { ...Limits } curves { ...Limits } } } }
  fragment Limits on StatisticsFunnelLimits { denominators lower95 upper95 lower998 upper998 }`;

export const policymaker = principalOf('POLICYMAKER', null);

/** Asks a world's first release as a policymaker. */
export const askOf = ({ db, releases }: AskedWorld, execute?: Parameters<typeof askerOf>[2]) => {
  const asked = askerOf(statistics, db.database, execute, { releases });
  const put = (question: object): Promise<Answer> =>
    asked(policymaker, query, { question: { source: 'release-1', ...question } });
  const ask = async (question: object) => {
    const { data, messages } = await put(question);
    if (messages.length > 0) throw new Error(messages.join('\n'));
    return data.statistics;
  };
  /** A column by the codes of its cells; why there is none where it is null. */
  const byCode = async (question: object, column = 'values') => {
    const { axes, states, ...columns } = await ask(question);
    const cells = axes.reduce(
      (names: string[], { codes }: { codes: string[] }) =>
        names.flatMap((name) => codes.map((code) => (name === '' ? code : `${name} ${code}`))),
      [''],
    );
    return Object.fromEntries(
      cells.map((cell: string, i: number) => [cell, columns[column][i] ?? states[i]]),
    );
  };
  return { asked, put, ask, byCode };
};
