import { expect, test } from 'vitest';
import { admission } from './admission.ts';

test('who comes when all places are taken is turned away, until one leaves; one account leaves room for others', () => {
  const places = admission({ most: 3, mostOfOne: 2 });
  const [a, b] = [places.enter('a'), places.enter('a')];
  expect(places.enter('a')).toBeNull();
  const c = places.enter('b');
  expect([a, b, c].every((place) => place !== null)).toBe(true);
  expect(places.enter('c')).toBeNull();
  a?.leave();
  a?.leave();
  expect(places.underWay).toBe(2);
  const again = places.enter('a');
  expect(again).not.toBeNull();
  for (const place of [b, c, again]) place?.leave();
  expect(places.underWay).toBe(0);
});

test('bytes that are held have an end: of one account, and of all; who leaves gives back what it held', () => {
  const places = admission({ mostBytes: 100, mostBytesOfOne: 60 });
  const [a, b, c] = [places.enter('a'), places.enter('a'), places.enter('b')];
  expect([a?.hold(40), b?.hold(20), a?.hold(1), c?.hold(40), c?.hold(1)]).toEqual([
    ...[true, true, false, true, false],
  ]);
  a?.leave();
  expect([a?.hold(1), b?.hold(40), c?.hold(1)]).toEqual([false, true, false]);
  b?.leave();
  expect(c?.hold(20)).toBe(true);
});
