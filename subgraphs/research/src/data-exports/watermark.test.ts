import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementWith, type LeakedDay, marked, markMacro } from './watermark.ts';

const place = 'treatments.start_days';

test('a day moves by one at most, in its pair, and the first diagnosis stays', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9000, max: 9000 }), fc.string(), (day, secret) => {
      const written = marked(secret, place, day);
      expect(Math.abs(written - day)).toBeLessThanOrEqual(1);
      expect(Math.floor(written / 2)).toBe(Math.floor(day / 2));
      // Marking again changes nothing: the mark is of the pair.
      expect(marked(secret, place, written)).toBe(written);
    }),
  );
  expect([0, 1].map((day) => marked('any', place, day))).toEqual([0, 1]);
});

test('DuckDB writes the same days', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(markMacro('s1'));
  const read = await connection.runAndReadAll(
    `select v::integer, marked(v::integer, '${place}') from range(-500, 500) t(v)`,
  );
  for (const [day, written] of read.getRows())
    expect(written).toBe(marked('s1', place, day as number));
  connection.closeSync();
});

/** One in a hundred of the days of a file of some thousand rows. */
const leaked = (secret: string): LeakedDay[] =>
  Array.from({ length: 60 }, (_, i) => ({
    place,
    day: marked(secret, place, 17 + 37 * i),
  }));

test('sixty days tell whose they are among a thousand recipients', () => {
  const days = leaked('recipient-417');
  const chances = Array.from({ length: 1000 }, (_, i) => ({
    i,
    ...agreementWith(`recipient-${i}`, days),
  })).sort((a, b) => a.chance - b.chance);
  expect(chances[0]).toMatchObject({ i: 417, told: 60, agree: 60 });
  expect(chances[0]?.chance).toBeCloseTo(-60 * Math.log10(2), 6);
  expect(chances[1]?.chance).toBeGreaterThan(-8);
});

test('days that tell nothing accuse nobody', () => {
  expect(agreementWith('s', [])).toEqual({ told: 0, agree: 0, chance: 0 });
  expect(agreementWith('s', [{ place, day: 0 }])).toEqual({ told: 0, agree: 0, chance: 0 });
});

test('a file of which some days were changed still tells', () => {
  const days = leaked('r').map((one, i) => (i % 10 === 0 ? { ...one, day: one.day ^ 1 } : one));
  const { agree, chance } = agreementWith('r', days);
  expect(agree).toBe(54);
  expect(chance).toBeLessThan(-9);
});
