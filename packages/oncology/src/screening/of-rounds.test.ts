import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartialDate } from '../dates/partial-date.ts';
import { type ScreeningRound, screeningOf } from './of-rounds.ts';

const on = (text: string): PartialDate => ({
  date: text.length === 10 ? text : text.length === 7 ? `${text}-01` : `${text}-01-01`,
  precision: text.length === 10 ? 'day' : text.length === 7 ? 'month' : 'year',
});
const round = (
  programme: string,
  said: { invited?: string; declined?: string; tested?: string; test?: string; result?: string },
): ScreeningRound => ({
  programme,
  invited: said.invited ? on(said.invited) : null,
  declined: said.declined ? on(said.declined) : null,
  tested: said.tested ? on(said.tested) : null,
  test: said.test ?? null,
  result: said.result ?? null,
});
const cancer = (siteGroup: string, diagnosed: string | null, behaviour = '3') => ({
  ...{ siteGroup, behaviour, broadStage: 'STAGE_I' },
  diagnosed: diagnosed === null ? null : on(diagnosed),
});
const today = '2026-11-30';

test('a positive CT is recalled; the later round decides, whichever was recorded first', () => {
  const rounds = [
    round('lung', { invited: '2026-01-05', tested: '2026-02-01', result: '4A' }),
    round('lung', { tested: '2025-01-10', result: '2' }),
  ];
  expect(screeningOf(rounds, [], null, today)).toMatchObject([
    {
      programme: 'lung',
      step: 'recalled',
      dueOn: '2026-05-01',
      testedOn: '2026-02-01',
      test: 'ldct',
    },
  ]);
});

test('one person in two programmes stands in each', () => {
  const rounds = [
    round('lung', { invited: '2026-10-01' }),
    round('colorectum', { tested: '2026-10-02', test: 'fit', result: 'negative' }),
  ];
  expect(screeningOf(rounds, [], null, today).map(({ step }) => step)).toEqual([
    'negative',
    'invited',
  ]);
});

test.each([
  ['a day known to the month', { tested: '2026-03', result: '3' }, 'no-day'],
  ['a result of no scale', { tested: '2026-03-01', result: 'RADS?' }, 'unknown-result'],
  ['no result yet', { tested: '2026-03-01' }, 'no-result'],
])('%s: when the next is due cannot be judged', (_, said, cannot) => {
  expect(screeningOf([round('lung', said)], [], null, today)).toMatchObject([
    { dueOn: null, cannot },
  ]);
});

test('where a programme has no source of its interval, that is what is said', () => {
  const rounds = [round('cervix', { tested: '2026-03-01', test: 'cytology', result: 'NILM' })];
  expect(screeningOf(rounds, [], null, today)).toMatchObject([
    { step: 'negative', dueOn: null, cannot: 'no-interval' },
  ]);
});

test('an interval cancer: invasive, of the organ, after a negative test and before the next', () => {
  const rounds = [round('lung', { tested: '2025-06-01', result: '1' })];
  const stand = (...tumours: ReturnType<typeof cancer>[]) =>
    screeningOf(rounds, tumours, null, today)[0];
  expect(stand(cancer('lung', '2026-01-15'))).toMatchObject({
    ...{ step: 'diagnosed', isIntervalCancer: true, dueOn: null, broadStage: 'STAGE_I' },
  });
  expect(stand(cancer('lung', '2026-08-15'))?.isIntervalCancer).toBe(false);
  expect(stand(cancer('breast', '2026-01-15'))?.step).toBe('negative');
  expect(stand(cancer('lung', '2026-01-15', '2'))?.step).toBe('negative');
  expect(stand(cancer('lung', null))).toMatchObject({
    ...{ step: 'diagnosed', isIntervalCancer: null, intervalCannot: 'no-day' },
  });
  expect(stand(cancer('lung', '2026'))).toMatchObject({
    ...{ isIntervalCancer: null, intervalCannot: 'no-day' },
  });
});

test('who opted out is owed nothing, until a later test', () => {
  const positive = round('lung', { tested: '2026-02-01', result: '4A' });
  const out = round('lung', { declined: '2026-03-01' });
  expect(screeningOf([positive, out], [], null, today)).toMatchObject([
    { step: 'declined', dueOn: null },
  ]);
  const again = round('lung', { tested: '2026-06-01', result: '3' });
  expect(screeningOf([positive, out, again], [], null, today)).toMatchObject([
    { step: 'recalled', dueOn: '2026-12-01' },
  ]);
});

test('nothing is due of the dead, and the order of records is no matter', () => {
  const day = fc
    .integer({ min: 0, max: 1200 })
    .map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
  const rounds = fc.uniqueArray(
    fc.record({ tested: day, result: fc.constantFrom('0', '1', '3', '4A', '4X', 'what') }),
    { maxLength: 5, selector: ({ tested }) => tested },
  );
  fc.assert(
    fc.property(rounds, fc.boolean(), (said, isDead) => {
      const given = said.map((one) => round('lung', one));
      const died = isDead ? '2026-01-01' : null;
      const found = screeningOf(given, [], died, today);
      expect(screeningOf(given.toReversed(), [], died, today)).toEqual(found);
      if (isDead) expect(found.map(({ dueOn }) => dueOn).filter((one) => one !== null)).toEqual([]);
    }),
  );
});
