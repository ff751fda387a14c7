/** Sections of a chest and upper abdomen as simple bodies: what is measured on them is known. */

export const ROWS = 320;
/** mm. */
export const SPACING = 1.1;
export const THICKNESS = 5;
export const SLICES = 40;

export type Organ = 'LUNG' | 'LIVER' | 'NODE' | 'ABDOMEN';

/** A lesion to be drawn. */
export interface Drawn {
  readonly organ: Organ;
  /** Which of its organ it is, from 0: each has a place of its own. */
  readonly place: number;
  /** Longest diameter in the plane, of a node the short axis, in mm. */
  readonly millimetres: number;
}

/** Hounsfield units. */
const HU = { air: -1000, fat: -95, muscle: 55, lung: -860, liver: 108, bone: 420, vessel: 165 };
const INSIDE: Readonly<Record<Organ, number>> = { LUNG: 45, LIVER: 52, NODE: 78, ABDOMEN: 62 };

interface Body {
  /** Middle in mm: to the patient's left, to the back, and down from the first section. */
  readonly at: readonly [x: number, y: number, z: number];
  readonly half: readonly [x: number, y: number, z: number];
  readonly turn: number;
  readonly hu: number;
}

const body = (at: Body['at'], half: Body['half'], hu: number, turn = 0): Body => ({
  ...{ at, half, hu, turn },
});

const DEEP = 10_000;
/** From the outside to the inside: the later lies over the earlier. */
const ANATOMY: readonly Body[] = [
  body([0, 0, 0], [165, 112, DEEP], HU.fat),
  body([0, 2, 0], [150, 99, DEEP], HU.muscle),
  body([-74, -6, 75], [56, 78, 105], HU.lung, 0.1),
  body([74, -6, 70], [54, 78, 100], HU.lung, -0.1),
  body([0, -20, 70], [30, 46, 120], HU.fat),
  body([-58, 0, 178], [82, 74, 62], HU.liver, 0.15),
  body([34, -42, 190], [52, 46, 78], HU.fat),
  body([78, 34, 180], [34, 40, 45], HU.vessel - 45, 0.4),
  body([12, 36, 0], [12, 12, DEEP], HU.vessel),
  body([0, 68, 0], [19, 16, DEEP], HU.bone),
];

/** Where lesions lie in each organ; the middles of sections, so that the largest one shows the recorded size. */
const PLACES: Readonly<Record<Organ, readonly Body['at'][]>> = {
  LUNG: [
    [-78, -14, 60],
    [76, 2, 95],
  ],
  LIVER: [
    [-84, 6, 165],
    [-34, -22, 185],
  ],
  NODE: [
    [2, -28, 45],
    [-4, -14, 105],
  ],
  ABDOMEN: [
    [38, -48, 170],
    [34, -40, 195],
  ],
};

const lesionBody = ({ organ, place, millimetres }: Drawn): Body => {
  const places = PLACES[organ];
  const at = places[place % places.length] ?? [0, 0, 0];
  const half = millimetres / 2;
  const long = organ === 'NODE' ? half * 1.35 : half;
  const short = organ === 'NODE' ? half : half * 0.8;
  return body(at, [long, short, Math.max(short, THICKNESS)], INSIDE[organ], 0.5 + place);
};

/** How much of a pixel lies within an ellipse, by the distance of its middle from the edge. */
const cover = (x: number, y: number, a: number, b: number): number => {
  const [u, v] = [x / a, y / b];
  const f = u * u + v * v - 1;
  const slope = 2 * Math.hypot(u / a, v / b);
  if (slope === 0) return f < 0 ? 1 : 0;
  return Math.min(1, Math.max(0, 0.5 - f / slope / SPACING));
};

const drawBody = (pixels: Float32Array, { at, half, turn, hu }: Body, z: number): void => {
  const depth = (z - at[2]) / half[2];
  if (Math.abs(depth) >= 1) return;
  // An ellipsoid: its section is smaller the farther it is from the middle.
  const scale = Math.sqrt(1 - depth * depth);
  const [a, b] = [half[0] * scale, half[1] * scale];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const reach = Math.max(a, b) + SPACING;
  const middle = (ROWS - 1) / 2;
  const index = (mm: number) => Math.min(ROWS - 1, Math.max(0, Math.round(mm / SPACING + middle)));
  for (let row = index(at[1] - reach); row <= index(at[1] + reach); row++)
    for (let column = index(at[0] - reach); column <= index(at[0] + reach); column++) {
      const [x, y] = [(column - middle) * SPACING - at[0], (row - middle) * SPACING - at[1]];
      const share = cover(x * cos + y * sin, y * cos - x * sin, a, b);
      if (share === 0) continue;
      const i = row * ROWS + column;
      pixels[i] = (pixels[i] ?? 0) * (1 - share) + hu * share;
    }
};

/**
 * One section, in Hounsfield units, row by row from the patient's right and front.
 * @param slice from 0, from the head downwards
 */
export const drawSlice = (slice: number, lesions: readonly Drawn[]): Int16Array => {
  const pixels = new Float32Array(ROWS * ROWS).fill(HU.air);
  for (const one of [...ANATOMY, ...lesions.map(lesionBody)])
    drawBody(pixels, one, slice * THICKNESS);
  return Int16Array.from(pixels, Math.round);
};

/** The section through the middle of a lesion, and that middle in columns and rows from the corner of the first pixel. */
export const middleOf = (
  drawn: Drawn,
): { readonly slice: number; readonly point: [number, number] } => {
  const { at } = lesionBody(drawn);
  const pixel = (mm: number) => mm / SPACING + ROWS / 2;
  return { slice: Math.round(at[2] / THICKNESS), point: [pixel(at[0]), pixel(at[1])] };
};
