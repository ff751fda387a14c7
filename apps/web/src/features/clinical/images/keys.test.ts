import { expect, test } from 'vitest';
import { movedBy } from './keys.ts';
import { windowsOf } from './windows.ts';

test('keys lead to the next picture and stop at the ends', () => {
  expect(movedBy('ArrowDown', 3, 5)).toBe(4);
  expect(movedBy('ArrowDown', 4, 5)).toBe(4);
  expect(movedBy('PageUp', 4, 50)).toBe(0);
  expect(movedBy('End', 0, 50)).toBe(49);
  expect(movedBy('a', 0, 50)).toBeNull();
});

test.each([
  ['CHEST', 'lung'],
  ['HEAD', 'brain'],
  ['ABDOMEN', 'softTissue'],
  ['', 'softTissue'],
])('of %s the first window is of it, and every window is there', (bodyPart, window) => {
  expect(windowsOf(bodyPart)[0]).toBe(window);
  expect(windowsOf(bodyPart)).toHaveLength(6);
});
