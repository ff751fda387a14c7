import { expect, test } from 'vitest';
import { movedBy, pictureAddress, slicesOf } from './slices.ts';

const instance = (uid: string, frames?: number, pixels = true) => ({
  '00080018': { Value: [uid] },
  ...(frames !== undefined && { '00280008': { Value: [frames] } }),
  ...(pixels && { '7FE00010': {} }),
});

test('frames follow each other, and what has no pixels is passed over', () => {
  expect(slicesOf([instance('1.1'), instance('1.2', 2), instance('1.3', 1, false)])).toEqual([
    { instance: '1.1', frame: 1 },
    { instance: '1.2', frame: 1 },
    { instance: '1.2', frame: 2 },
  ]);
});

test('a number of frames that cannot be is one, and too many are cut', () => {
  expect(slicesOf([instance('1.1', -3)])).toHaveLength(1);
  expect(slicesOf([instance('1.1', 10_000_000)])).toHaveLength(5_000);
});

test('keys lead to the next picture and stop at the ends', () => {
  expect(movedBy('ArrowDown', 3, 5)).toBe(4);
  expect(movedBy('ArrowDown', 4, 5)).toBe(4);
  expect(movedBy('PageUp', 4, 50)).toBe(0);
  expect(movedBy('End', 0, 50)).toBe(49);
  expect(movedBy('a', 0, 50)).toBeNull();
});

test('a window is part of a picture’s address', () => {
  expect(pictureAddress('1', '2', { instance: '3', frame: 1 }, '40,400,linear')).toBe(
    '/dicom-web/studies/1/series/2/instances/3/frames/1/rendered?accept=image/png&window=40,400,linear',
  );
});
