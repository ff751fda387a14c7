/** Boundaries as they come, from the package or from the operator, checked before anything is drawn. */
import { PROVINCES } from '@nodp/terminology/provinces';
import type { MultiPolygon, Position } from 'geojson';

/** Provinces by GB/T 2260 code, and whatever else an official map of the country has to show. */
export type Boundaries = {
  provinces: Map<string, MultiPolygon>;
  /** The dashes in the South China Sea, as areas. */
  marks: MultiPolygon[];
};

/** What is wrong with a file of boundaries. */
export class BoundariesError extends Error {
  constructor(message: string) {
    super(`Boundaries of the provinces: ${message}`);
    this.name = 'BoundariesError';
  }
}

/**
 * Reads a GeoJSON FeatureCollection in longitude and latitude (RFC 7946). A province's feature carries
 * its GB/T 2260 code, two or six digits, as its `id` or as the property `adcode` or `code`; each of the
 * 34 must be there once. Features without such a code are drawn as marks.
 *
 * @throws BoundariesError that says which feature is wrong, or which provinces are missing
 */
export function boundariesOf(source: unknown): Boundaries {
  const features = (source as { type?: unknown; features?: unknown } | null)?.features;
  if (
    (source as { type?: unknown } | null)?.type !== 'FeatureCollection' ||
    !Array.isArray(features)
  ) {
    throw new BoundariesError('not a GeoJSON FeatureCollection.');
  }
  const provinces = new Map<string, MultiPolygon>();
  const marks: MultiPolygon[] = [];
  features.forEach((feature: unknown, at) => {
    const { id, properties, geometry } = (feature ?? {}) as Record<string, unknown>;
    const code = codeOf([id, ...codesIn(properties)]);
    const shape = areasOf(geometry, `feature ${at + 1}${code ? ` (${code})` : ''}`);
    if (code === undefined) marks.push(shape);
    else if (provinces.has(code)) throw new BoundariesError(`${code} is there more than once.`);
    else provinces.set(code, shape);
  });
  const missing = PROVINCES.filter((p) => !provinces.has(p.code));
  if (missing.length > 0) {
    const names = missing.map((p) => `${p.code} ${p.label.zh} ${p.label.en}`).join(', ');
    throw new BoundariesError(
      `${missing.length} of the 34 divisions are missing: ${names}. Each feature needs its GB/T 2260 code as “adcode”.`,
    );
  }
  return { provinces, marks };
}

const codesIn = (properties: unknown): unknown[] => {
  const { adcode, code } = (properties ?? {}) as Record<string, unknown>;
  return [adcode, code];
};

const known = new Map(
  PROVINCES.flatMap(({ code }) => [[code, code] as const, [code.slice(0, 2), code] as const]),
);

const codeOf = (candidates: unknown[]): string | undefined =>
  candidates.map((c) => known.get(String(c))).find((c) => c !== undefined);

function areasOf(geometry: unknown, where: string): MultiPolygon {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !isPolygons(polygons)) {
    throw new BoundariesError(`${where} is no Polygon or MultiPolygon.`);
  }
  const outside = polygons.flat(2).find(([x, y]) => !inRange(x, -180, 180) || !inRange(y, -90, 90));
  if (outside) {
    throw new BoundariesError(
      `${where} has the point ${outside.join(', ')}: longitude and latitude in degrees are wanted.`,
    );
  }
  return { type: 'MultiPolygon', coordinates: polygons };
}

const inRange = (x: number | undefined, least: number, most: number): boolean =>
  typeof x === 'number' && x >= least && x <= most;

const isPolygons = (x: unknown): x is Position[][][] =>
  Array.isArray(x) &&
  x.length > 0 &&
  x.every(
    (polygon) =>
      Array.isArray(polygon) &&
      polygon.length > 0 &&
      polygon.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(Array.isArray)),
  );
