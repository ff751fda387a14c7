import type { JsonDataSet } from '../dicom/json/dicom-json.ts';
import { textOf } from '../dicom/json/dicom-json.ts';

export type MeasuredKind = 'LENGTH' | 'BIDIRECTIONAL' | 'ELLIPSE';

/** `PATIENT`: mm in the patient; `DETECTOR`: mm at the detector of a projection, larger than the patient is; `NONE`: pixels alone. */
export type Calibration = 'PATIENT' | 'DETECTOR' | 'NONE';

/** Column and row in pixels. */
export type Point = readonly [column: number, row: number];

/** How many points each kind has: two of a length, the long axis before the short one, the ends of both axes of an ellipse. */
export const POINTS = { LENGTH: 2, BIDIRECTIONAL: 4, ELLIPSE: 4 } as const;

export interface PlaneOf {
  readonly calibration: Calibration;
  /** mm from row to row, and from column to column; null where they are not known. */
  readonly spacing: readonly [row: number, column: number] | null;
  /** Patient coordinates of the middle of the first pixel, direction of the rows and of the columns; null where they are not known. */
  readonly place: {
    readonly origin: readonly [number, number, number];
    readonly alongRow: readonly [number, number, number];
    readonly alongColumn: readonly [number, number, number];
  } | null;
  readonly rows: number;
  readonly columns: number;
}

type Sets = readonly (JsonDataSet | undefined)[];

const itemOf = (set: JsonDataSet | undefined, tag: string, at = 0): JsonDataSet | undefined =>
  set?.[tag]?.Value?.[at] as JsonDataSet | undefined;

const numbersIn = (sets: Sets, tag: string, many: number): number[] | null => {
  for (const set of sets) {
    const found = (set?.[tag]?.Value ?? []).map(Number);
    if (found.length === many && found.every(Number.isFinite)) return found;
  }
  return null;
};

const triple = (values: readonly number[], from = 0): readonly [number, number, number] => [
  values[from] ?? 0,
  values[from + 1] ?? 0,
  values[from + 2] ?? 0,
];

const positive = (spacing: number[] | null): readonly [number, number] | null =>
  spacing?.every((one) => one > 0) ? [spacing[0] ?? 0, spacing[1] ?? 0] : null;

/** Modalities whose pixels are shadows on a detector: PixelSpacing there is no size in the patient unless it is said to be calibrated. */
const PROJECTIONS = new Set(['CR', 'DX', 'MG', 'RF', 'XA', 'RG', 'PX', 'IO']);

/**
 * The plane of an image and the size of its pixels, by the metadata of its instance: Pixel Spacing of sections, of projections only
 * where Pixel Spacing Calibration Type says what it was calibrated by, else Imager Pixel Spacing at the detector (PS3.3 10.7).
 * @param frame from 1
 */
export const planeOf = (instance: JsonDataSet, frame: number): PlaneOf => {
  const shared = itemOf(instance, '52009229');
  const own = itemOf(instance, '52009230', frame - 1);
  const group = (sequence: string): Sets => [
    itemOf(own, sequence),
    itemOf(shared, sequence),
    instance,
  ];
  const inPatient = positive(numbersIn(group('00289110'), '00280030', 2));
  const atDetector = positive(numbersIn([instance], '00181164', 2));
  const isProjection = PROJECTIONS.has(textOf(instance, '00080060') ?? '');
  const isCalibrated =
    textOf(instance, '00280A02') !== null ||
    (inPatient !== null &&
      atDetector !== null &&
      inPatient.some((one, i) => Math.abs(one - (atDetector[i] ?? 0)) > 1e-6));
  const patient = !isProjection || isCalibrated ? inPatient : null;
  const spacing = patient ?? (isProjection ? (atDetector ?? inPatient) : null);
  const position = numbersIn(group('00209113'), '00200032', 3);
  const orientation = numbersIn(group('00209116'), '00200037', 6);
  return {
    calibration: patient !== null ? 'PATIENT' : spacing !== null ? 'DETECTOR' : 'NONE',
    spacing,
    place:
      position !== null && orientation !== null && patient !== null
        ? {
            origin: triple(position),
            alongRow: triple(orientation),
            alongColumn: triple(orientation, 3),
          }
        : null,
    rows: numbersIn([instance], '00280010', 1)?.[0] ?? 0,
    columns: numbersIn([instance], '00280011', 1)?.[0] ?? 0,
  };
};

const between = (a: Point, b: Point, [row, column]: readonly [number, number]): number =>
  Math.hypot((a[0] - b[0]) * column, (a[1] - b[1]) * row);

export interface Measured {
  readonly longMm: number | null;
  readonly shortMm: number | null;
  readonly areaMm2: number | null;
  readonly centre: readonly [number, number, number] | null;
}

/** Middle of some points, in the patient. Points count from the corner of the first pixel, positions from its middle. */
const centreOf = ({ place, spacing }: PlaneOf, points: readonly Point[]): Measured['centre'] => {
  if (place === null || spacing === null) return null;
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x = (mean(([column]) => column) - 0.5) * spacing[1];
  const y = (mean(([, row]) => row) - 0.5) * spacing[0];
  const at = (i: 0 | 1 | 2) => place.origin[i] + place.alongRow[i] * x + place.alongColumn[i] * y;
  return [at(0), at(1), at(2)];
};

/** Sizes of what was drawn, in mm of the plane's calibration; nulls where its pixels have no size. */
export const measured = (
  kind: MeasuredKind,
  plane: PlaneOf,
  points: readonly Point[],
): Measured => {
  const [a, b, c, d] = points;
  const { spacing } = plane;
  const centre = centreOf(plane, points);
  if (spacing === null || a === undefined || b === undefined)
    return { longMm: null, shortMm: null, areaMm2: null, centre };
  const first = between(a, b, spacing);
  if (kind === 'LENGTH' || c === undefined || d === undefined)
    return { longMm: first, shortMm: null, areaMm2: null, centre };
  const second = between(c, d, spacing);
  return {
    longMm: Math.max(first, second),
    shortMm: Math.min(first, second),
    areaMm2: kind === 'ELLIPSE' ? (Math.PI * first * second) / 4 : null,
    centre,
  };
};
