import { together } from '@nodp/disclosure';
import { MARKS, STAGING } from '@nodp/warehouse';
import { expect, test } from 'vitest';
import { stageKnownOf } from './stage-known.ts';

const rule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

const known = (staged: number, unstaged: number) => {
  const counts = new Uint32Array(MARKS.length);
  counts[MARKS.indexOf(STAGING[0])] = staged;
  counts[MARKS.indexOf(STAGING[1])] = unstaged;
  const marks = { parts: 1, counts, keys: new Uint32Array(MARKS.length) };
  const all = together([{ count: staged + unstaged, key: 0 }], rule);
  return stageKnownOf(marks, all, rule);
};

test('the share of cases whose stage is known, to a thousandth', () => {
  expect(known(60, 20)).toEqual({ cases: { value: 60, suppressed: false }, share: 0.75 });
  expect(known(20, 41).share).toBe(0.328);
});

test('all known, or none', () => {
  expect(known(60, 0).share).toBe(1);
  expect(known(0, 60)).toEqual({ cases: { value: null, suppressed: true }, share: null });
});

test('too few of either hide both, since the rest would tell them', () => {
  const hidden = { cases: { value: null, suppressed: true }, share: null };
  expect(known(9, 60)).toEqual(hidden);
  expect(known(60, 9)).toEqual(hidden);
});
