/**
 * Boundaries → drawing. Borders are simplified as shared arcs, so that neighbours stay in touch, and
 * projected as atlases of the country do: Albers' equal-area conic with standard parallels 25° and
 * 47° N about 105° E, so that areas compare.
 */
import {
  type GeoPath,
  type GeoProjection,
  geoArea,
  geoCentroid,
  geoConicEqualArea,
  geoMercator,
  geoPath,
} from 'd3-geo';
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Boundaries } from './boundaries.ts';
import type { DrawnProvince, MapDrawing } from './map-drawing.ts';

/** Width of the drawing; a unit is about 5 km. */
const width = 1000;
/** What the main map shows: the land and Hainan's main island. Degrees. */
const main = { west: 73.4, east: 135.2, south: 17.9, north: 53.7 };
/** What the inset shows. Degrees. */
const sea = { west: 105.6, east: 123.4, south: 2.6, north: 25.2 };
/** The inset's width in units. */
const insetWidth = 132;
/** Room under the main map, units, so that the inset does not lie upon Taiwan. */
const foot = 62;
/** Least area of a triangle that a border's point makes with its neighbours: two square units, in steradians. */
const leastTriangle = 2 * (5 / 6371) ** 2;
/** Under this area in square units a province is hard to hit. */
const smallArea = 90;

export function drawMap(boundaries: Boundaries): MapDrawing {
  const provinces = simplified(boundaries.provinces);
  const islands = farIslands(boundaries.provinces);
  const marks: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: boundaries.marks.flatMap((m) => m.coordinates.map(wound)),
  };
  const projection = geoConicEqualArea().rotate([-105, 0]).center([0, 36]).parallels([25, 47]);
  const height = fit(projection, width) + foot;
  const path = geoPath(projection).digits(1);
  const frame = insetFrame(height);
  const insetPath = geoPath(frame.projection).digits(1);
  const drawn = [...provinces].map(([code, shape]): DrawnProvince => {
    const largest = largestOf(shape, path);
    const [x, y] = path.centroid(largest);
    return {
      code,
      path: path(shape) ?? '',
      x: round(x),
      y: round(y),
      small: path.area(shape) < smallArea,
      inset: insetPath(shape),
    };
  });
  return {
    width,
    height,
    provinces: drawn.sort((a, b) => (a.code < b.code ? -1 : 1)),
    marks: path(marks) ?? '',
    inset: {
      ...frame.box,
      marks: insetPath(marks) ?? '',
      islands: islands.map((at) => dot(frame.projection(at))).join(''),
    },
  };
}

/** Islands south of the main map, each as a point: true to scale they would vanish. */
const farIslands = (provinces: Map<string, MultiPolygon>): [number, number][] =>
  [...provinces.values()].flatMap(({ coordinates }) =>
    coordinates
      .map((polygon) => geoCentroid({ type: 'Polygon', coordinates: wound(polygon) }))
      .filter(([, latitude]) => latitude < main.south),
  );

/** A line without length, which a round cap makes a dot. */
const dot = (at: [number, number] | null): string =>
  at ? `M${round(at[0])},${round(at[1])}h0` : '';

/** Scales and moves the projection so that the main map is as wide as asked, and clips it; its height. */
function fit(projection: GeoProjection, to: number): number {
  const edge = outline(main);
  projection.fitWidth(to, { type: 'MultiPoint', coordinates: edge });
  const ys = edge.map((p) => projection(p as [number, number])?.[1] ?? 0);
  const height = Math.ceil(Math.max(...ys));
  projection.clipExtent([
    [0, 0],
    [to, height],
  ]);
  return height;
}

/** The points that bound the map on each side. */
function outline({ west, east, south, north }: typeof main): Position[] {
  // The land's own extremes: Pamir, Wusuli, Mohe, Hainan. The corners of the rectangle are far outside.
  return [
    [west, 39.3],
    [east, 48.4],
    [123.3, north],
    [109.5, south],
  ];
}

function insetFrame(mapHeight: number): {
  projection: GeoProjection;
  box: { x: number; y: number; width: number; height: number };
} {
  const corners: MultiPolygon | { type: 'MultiPoint'; coordinates: Position[] } = {
    type: 'MultiPoint',
    coordinates: [
      [sea.west, sea.south],
      [sea.east, sea.north],
    ],
  };
  const projection = geoMercator().fitWidth(insetWidth, corners);
  const bottom = projection([sea.west, sea.south])?.[1] ?? 0;
  const height = Math.round(bottom);
  projection.clipExtent([
    [0, 0],
    [insetWidth, height],
  ]);
  return {
    projection,
    box: { x: width - insetWidth - 1, y: mapHeight - height - 1, width: insetWidth, height },
  };
}

function simplified(provinces: Map<string, MultiPolygon>): Map<string, MultiPolygon> {
  const collection: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: [...provinces].map(([id, geometry]) => ({
      type: 'Feature',
      id,
      properties: {},
      geometry,
    })),
  };
  // The packages' types know neither that a collection stays one nor that properties may be null.
  const shared = topology({ provinces: collection }, 1e6) as Parameters<typeof presimplify>[0];
  const coarse = simplify(presimplify(shared, sphericalTriangleArea), leastTriangle);
  const { features } = feature(coarse, 'provinces') as unknown as typeof collection;
  return new Map(
    features.map((f) => {
      const polygons = f.geometry.coordinates.map(wound);
      // What simplification left no area of would be drawn as nothing.
      const retained = polygons.filter((p) => geoArea({ type: 'Polygon', coordinates: p }) > 0);
      const coordinates = retained.length > 0 ? retained : polygons;
      return [String(f.id), { type: 'MultiPolygon', coordinates }];
    }),
  );
}

/** Rings as d3-geo wants them on the sphere, clockwise around what they enclose (RFC 7946 has it the other way). */
function wound(polygon: Position[][]): Position[][] {
  return polygon.map((ring, at) => {
    const enclosesTheRest = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
    return enclosesTheRest === (at === 0) ? ring.toReversed() : ring;
  });
}

const largestOf = (shape: MultiPolygon, path: GeoPath): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    shape.coordinates.reduce((a, b) =>
      path.area({ type: 'Polygon', coordinates: b }) >
      path.area({ type: 'Polygon', coordinates: a })
        ? b
        : a,
    ),
  ],
});

const round = (x: number): number => Math.round(x * 10) / 10;
