import { addPerson, defaultRule, type Printed, printed, RecentSets, SUMS } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { sharedPersons } from './shared-persons.ts';

const persons = (count: number): Printed => {
  const sums = new Int32Array(SUMS);
  for (let person = 0; person < count; person++)
    addPerson(sums, person % SUMS, Math.imul(person + 1, 0x9e3779b1));
  return printed(count, sums);
};

/** A session that remembers what it was told. */
const session = () => {
  const recent = new RecentSets(10);
  return {
    session: { principal: { accountId: 'anna' } },
    resources: { releases: { recentSets: () => recent, rule: defaultRule } },
  } as unknown as Context;
};
const release = {} as ReleaseRow;

test('of cohorts that share a few persons more with a third, the number told does not change', () => {
  const anna = session();
  const first = sharedPersons(anna, release, persons(300)).value;
  expect(first).not.toBeNull();
  for (let more = 1; more < 10; more++)
    expect(sharedPersons(anna, release, persons(300 + more)).value).toBe(first);
  // By accounts of their own the sets differ: what keeps the number is that the first was remembered.
  const apart = new Set(
    Array.from(
      { length: 10 },
      (_, more) => sharedPersons(session(), release, persons(300 + more)).value,
    ),
  );
  expect(apart.size).toBeGreaterThan(1);
});
