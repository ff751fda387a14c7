import { china } from '@esmjs/geo';
import { PROVINCES } from '@nodp/terminology/provinces';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundariesOf } from './drawing/boundaries.ts';
import { drawMap } from './drawing/draw-map.ts';
import { type Direction, neighbour, type Place } from './neighbour.ts';

const { provinces } = drawMap(boundariesOf(china));
const directions: Direction[] = ['up', 'down', 'left', 'right'];

const go = (name: string, direction: Direction): string | undefined => {
  const code = PROVINCES.find((p) => p.label.en === name)?.code;
  const from = provinces.find((p) => p.code === code);
  const to = from && neighbour(provinces, from, direction);
  return PROVINCES.find((p) => p.code === to?.code)?.label.en;
};

describe('arrow keys on the map', () => {
  it('go to the province that lies that way', () => {
    expect(go('Sichuan', 'right')).toBe('Chongqing');
    expect(go('Hunan', 'up')).toBe('Hubei');
    expect(go('Tibet', 'up')).toBe('Xinjiang');
    expect(go('Fujian', 'right')).toBe('Taiwan');
    expect(go('Heilongjiang', 'up')).toBeUndefined();
    expect(go('Hainan', 'down')).toBeUndefined();
  });

  it('reach every province from every other', () => {
    for (const start of provinces) {
      const reached = new Set([start]);
      for (const at of reached) {
        for (const d of directions) {
          const next = neighbour(provinces, at, d);
          if (next) reached.add(next);
        }
      }
      expect(reached.size, start.code).toBe(34);
    }
  });
});

const places = fc.uniqueArray(
  fc.record({
    code: fc.uuid(),
    x: fc.integer({ min: 0, max: 50 }),
    y: fc.integer({ min: 0, max: 50 }),
  }),
  { minLength: 2, maxLength: 20, selector: ({ x, y }) => `${x},${y}` },
);
const ahead = (from: Place, to: Place, d: Direction): number =>
  ({ up: from.y - to.y, down: to.y - from.y, left: from.x - to.x, right: to.x - from.x })[d];

describe('the neighbour', () => {
  it('always lies that way, so that going on in one direction ends', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...directions), (all, d) => {
        for (const from of all) {
          const to = neighbour(all, from, d);
          if (to) expect(ahead(from, to, d)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is there in some direction wherever there is another place', () => {
    fc.assert(
      fc.property(places, (all) => {
        for (const from of all) {
          expect(directions.some((d) => neighbour(all, from, d) !== null)).toBe(true);
        }
      }),
    );
  });
});
