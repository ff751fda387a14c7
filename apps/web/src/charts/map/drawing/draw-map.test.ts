import { china } from '@esmjs/geo';
import { PROVINCES } from '@nodp/terminology/provinces';
import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { BoundariesError, boundariesOf } from './boundaries.ts';
import { drawMap } from './draw-map.ts';

const source = china as unknown as FeatureCollection;
const codes = PROVINCES.map((p) => p.code);
const withFeatures = (features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('boundaries', () => {
  it('of the package are the 34 divisions and the dashes in the South China Sea', () => {
    const { provinces, marks } = boundariesOf(source);
    expect([...provinces.keys()].sort()).toEqual(codes);
    expect(marks.flatMap((m) => m.coordinates)).toHaveLength(10);
  });

  it('of an operator may carry the code as `id` or in two digits', () => {
    const renamed = source.features.map((f) => ({
      type: 'Feature',
      id: String(f.properties?.adcode).slice(0, 2),
      properties: null,
      geometry: f.geometry,
    }));
    // The dashes' code begins with 10, which no province's does.
    expect([...boundariesOf(withFeatures(renamed)).provinces.keys()].sort()).toEqual(codes);
  });

  it('without a province, with one twice, or in metres are refused with what is wrong', () => {
    const [first, ...others] = source.features;
    expect(() => boundariesOf(withFeatures(others))).toThrow(
      /1 of the 34 divisions are missing: 110000 北京 Beijing/,
    );
    expect(() => boundariesOf(withFeatures([...source.features, first]))).toThrow(
      '110000 is there more than once',
    );
    const metres = { ...first, geometry: { type: 'Polygon', coordinates: [ring(500_000)] } };
    expect(() => boundariesOf(withFeatures([metres, ...others]))).toThrow(
      /feature 1 \(110000\) has the point 500000.*longitude and latitude/,
    );
    const point = { ...first, geometry: { type: 'Point', coordinates: [116, 40] } };
    expect(() => boundariesOf(withFeatures([point]))).toThrow('no Polygon or MultiPolygon');
    for (const wrong of [null, [], {}, { type: 'FeatureCollection' }, 'x']) {
      expect(() => boundariesOf(wrong)).toThrow(BoundariesError);
    }
  });
});

const ring = (x: number): Position[] => [
  [x, 0],
  [x, 1],
  [x + 1, 1],
  [x, 0],
];

describe('the drawing', () => {
  const drawing = drawMap(boundariesOf(source));
  const at = (code: string) => {
    const province = drawing.provinces.find((p) => p.code === code);
    if (!province) throw new Error(code);
    return province;
  };

  it('has all 34 divisions inside its frame, by code', () => {
    expect(drawing.provinces.map((p) => p.code)).toEqual(codes);
    for (const { code, path, x, y } of drawing.provinces) {
      expect(path, code).toMatch(/^M[\d.,MLZ-]+Z$/);
      expect(x > 0 && x < drawing.width && y > 0 && y < drawing.height, code).toBe(true);
    }
  });

  it('has the country the right way up: Heilongjiang north-east, Xizang west, Hainan south', () => {
    expect(at('230000').y).toBeLessThan(at('440000').y);
    expect(at('540000').x).toBeLessThan(at('310000').x);
    expect(at('460000').y).toBeGreaterThan(at('450000').y);
  });

  it('keeps areas: Xinjiang is about 16 times Zhejiang', () => {
    // 1,664,900 and 105,500 km² (land area, National Bureau of Statistics).
    const ratio = area(at('650000').path) / area(at('330000').path);
    expect(ratio).toBeGreaterThan(14.5);
    expect(ratio).toBeLessThan(17);
  });

  it('marks Hong Kong and Macao as too small to hit, and nothing else', () => {
    expect(drawing.provinces.filter((p) => p.small).map((p) => p.code)).toEqual([
      '810000',
      '820000',
    ]);
  });

  it('shows the South China Sea in an inset that lies upon no province', () => {
    const { inset } = drawing;
    expect(inset.marks.split('Z').length - 1).toBe(10);
    expect(inset.islands.split('M').length - 1).toBeGreaterThan(100);
    expect(at('460000').inset).not.toBeNull();
    expect(at('650000').inset).toBeNull();
    for (const { code, path } of drawing.provinces) {
      const within = points(path).filter(([x, y]) => x > inset.x && y > inset.y);
      expect(within, code).toEqual([]);
    }
  });

  it('stays under 100 kB', () => {
    expect(JSON.stringify(drawing).length).toBeLessThan(100_000);
  });
});

const points = (path: string): [number, number][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** Area of a path's rings by the shoelace formula. */
const area = (path: string): number =>
  Math.abs(
    path.split('Z').reduce((sum, part) => {
      const ps = points(part);
      return (
        sum +
        ps.reduce((s, [x, y], i) => {
          const [u, v] = ps[(i + 1) % ps.length] ?? [0, 0];
          return s + (x * v - u * y) / 2;
        }, 0)
      );
    }, 0),
  );
