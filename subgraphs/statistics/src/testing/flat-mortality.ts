import postgres from 'postgres';
import { ownerWriter } from '../index.ts';
import { putLifeTables } from '../registry-data/put-data-sets.ts';
import type { AskedWorld } from './asked.ts';

/** Gives a world the same chance to die at every age, deaths per person-year. */
export const dyingAlike = async ({ db }: AskedWorld, mortality: number): Promise<void> => {
  const owner = postgres(db.ownerUrl, { max: 1 });
  const set = {
    about: {
      ...{ id: 'flat', licence: 'none', published: true, citation: 'By hand.' },
      name: { en: 'Flat mortality', zh: '恒定死亡率' },
      source: { en: 'by hand', zh: '手工' },
    },
    series: [0, 1].map((sex) => ({
      ...{ region: null, sex: sex as 0 | 1, years: { first: 2000, last: 2030 }, firstMonth: 1 },
      ...{ ages: [0], mortality: [mortality] },
    })),
  };
  await owner`delete from statistics.life_table_set`;
  await owner.begin((transaction) => putLifeTables(ownerWriter(transaction), set, 'test'));
  await owner.end();
};
