import { describe, expect, test } from 'vitest';
import { contentOf, depthOf, type Instance, nearest, picturesOf } from './instance.ts';

const slice = (z: number, more: Instance = {}): Instance => ({
  '00080016': { Value: ['1.2.840.10008.5.1.4.1.1.2'] },
  '00080018': { Value: [`1.${z}`] },
  '00080060': { Value: ['CT'] },
  '00200032': { Value: [-100, -100, z] },
  '00200037': { Value: [1, 0, 0, 0, 1, 0] },
  '00280002': { Value: [1] },
  '00280004': { Value: ['MONOCHROME2'] },
  '00280030': { Value: [0.7, 0.8] },
  '7FE00010': {},
  ...more,
});
const uids = (all: readonly Instance[]) => picturesOf(all).map(({ instance }) => instance);

describe('the order of pictures', () => {
  test('parallel sections go from the head downwards, whatever their numbers are', () => {
    expect(uids([slice(5), slice(15), slice(10)])).toEqual(['1.15', '1.10', '1.5']);
  });

  test('sections that are not parallel stay as they are numbered', () => {
    const turned = { '00200037': { Value: [0, 1, 0, 0, 0, -1] } };
    expect(uids([slice(5), slice(15, turned)])).toEqual(['1.5', '1.15']);
  });

  test('two in one place, phases of a heart say, stay as they are numbered', () => {
    expect(uids([slice(5), slice(15), { ...slice(5), '00080018': { Value: ['1.6'] } }])).toEqual([
      ...['1.5', '1.15', '1.6'],
    ]);
  });

  test('frames of one instance have places and spacings of their own', () => {
    const group = (z: number) => ({
      '00209113': { Value: [{ '00200032': { Value: [0, 0, z] } }] },
      '00289110': { Value: [{ '00280030': { Value: [z, z] } }] },
    });
    const { '00200032': _, '00280030': __, ...rest } = slice(0);
    const enhanced = {
      ...rest,
      '00280008': { Value: [2] },
      '52009230': { Value: [group(3), group(9)] },
    };
    expect(
      picturesOf([enhanced]).map(({ frame, depth, spacing }) => [frame, depth, spacing]),
    ).toEqual([
      [2, 9, [9, 9]],
      [1, 3, [3, 3]],
    ]);
  });
});

test('the picture nearest to a place in another study', () => {
  const stack = picturesOf([slice(0), slice(5), slice(10)]);
  const [first] = stack;
  expect(first && depthOf(first, [3, 4, 6])).toBe(6);
  expect(stack[nearest(stack, 6.4)]?.depth).toBe(5);
  expect(stack[nearest(stack, -90)]?.depth).toBe(0);
});

test('pixels without a size, and those at a detector, are told apart', () => {
  const { '00280030': _, ...bare } = slice(0);
  expect(picturesOf([bare])[0]).toMatchObject({ calibration: 'NONE', spacing: [1, 1] });
  const chest = { ...bare, '00080060': { Value: ['DX'] }, '00181164': { Value: [0.14, 0.14] } };
  expect(picturesOf([chest])[0]).toMatchObject({ calibration: 'DETECTOR', spacing: [0.14, 0.14] });
});

test.each([
  ['1.2.840.10008.5.1.4.1.1.2', 'PICTURES'],
  ['1.2.840.10008.5.1.4.1.1.66.4', 'SEGMENTATION'],
  ['1.2.840.10008.5.1.4.1.1.481.2', 'DOSE'],
  ['1.2.840.10008.5.1.4.1.1.481.3', 'CONTOURS'],
  ['1.2.840.10008.5.1.4.1.1.88.33', 'REPORT'],
  ['1.2.840.10008.5.1.4.1.1.104.1', 'DOCUMENT'],
  ['1.2.840.10008.5.1.4.1.1.9.1.1', 'WAVEFORM'],
])('%s is %s, pixels or not', (uid, content) => {
  expect(contentOf(slice(0, { '00080016': { Value: [uid] } }))).toBe(content);
});
