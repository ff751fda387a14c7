import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOutline, flowLayout } from './layout.ts';

test('bars are as high as what passes through them, the largest first, and bands join them', () => {
  const { nodes, bands } = flowLayout(
    [
      { nodes: ['a', 'c'], value: 30 },
      { nodes: ['b', 'c'], value: 60 },
      { nodes: ['b', 'd'], value: 10 },
      { nodes: ['rest'], value: 100 },
    ],
    220,
    10,
    new Set(['rest']),
  );
  expect(nodes.map(({ column, name, top, height }) => [column, name, top, height])).toEqual([
    [0, 'b', 0, 70],
    [0, 'a', 80, 30],
    [0, 'rest', 120, 100],
    [1, 'c', 0, 90],
    [1, 'd', 100, 10],
  ]);
  expect(bands.map(({ from, to, fromTop, toTop }) => [from.name, to.name, fromTop, toTop])).toEqual(
    [
      ['b', 'c', 0, 0],
      ['b', 'd', 60, 100],
      ['a', 'c', 80, 60],
    ],
  );
  expect(bandOutline(bands[0] as (typeof bands)[number], 10, 20)).toBe(
    'M10,0C15,0 15,0 20,0V60C15,60 15,60 10,60Z',
  );
});

test('nothing leaves the drawing, and no band is higher than its bars, whatever flows', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const path = fc.record({
    nodes: fc.array(name, { minLength: 1, maxLength: 4 }),
    value: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 20 }), (paths) => {
      const { nodes, bands } = flowLayout(paths, 300, 6);
      for (const { top, height } of nodes) expect(top + height).toBeLessThanOrEqual(300.001);
      for (const node of nodes) {
        const out = bands.filter(({ from }) => from === node).reduce((sum, b) => sum + b.height, 0);
        const into = bands.filter(({ to }) => to === node).reduce((sum, b) => sum + b.height, 0);
        expect(out).toBeLessThanOrEqual(node.height + 0.001);
        expect(into).toBeLessThanOrEqual(node.height + 0.001);
      }
    }),
  );
});

test('nothing flows from nothing', () => {
  expect(flowLayout([], 100, 5)).toEqual({ nodes: [], bands: [] });
});
