import { expect, test } from 'vitest';
import { admission } from './admission.ts';

test('who comes when all places are taken is turned away, until one leaves; one account leaves room for others', () => {
  const places = admission({ most: 3, mostOfOne: 2 });
  const [a, b] = [places.enter('a'), places.enter('a')];
  expect(places.enter('a')).toBeNull();
  const c = places.enter('b');
  expect([a, b, c].every((leave) => leave !== null)).toBe(true);
  expect(places.enter('c')).toBeNull();
  a?.();
  a?.();
  expect(places.underWay).toBe(2);
  const again = places.enter('a');
  expect(again).not.toBeNull();
  for (const leave of [b, c, again]) leave?.();
  expect(places.underWay).toBe(0);
});
