/** What the metadata of an instance (DICOM JSON, PS3.18 annex F) say of its pictures. */

interface Element {
  readonly Value?: readonly unknown[];
  /** Where a value is that is too long for the metadata. */
  readonly BulkDataURI?: string;
}
export type Instance = Readonly<Record<string, Element | undefined>>;

const itemOf = (set: Instance | undefined, tag: string, at = 0): Instance | undefined =>
  set?.[tag]?.Value?.[at] as Instance | undefined;

/** Where an attribute of a frame is searched for: its own functional group, the shared one, the instance. */
const groupsOf = (instance: Instance, frame: number, sequence: string): readonly Instance[] =>
  [
    itemOf(itemOf(instance, '52009230', frame - 1), sequence),
    itemOf(itemOf(instance, '52009229'), sequence),
    instance,
  ].filter((one) => one !== undefined);

const textOf = (instance: Instance, tag: string): string => {
  const value = instance[tag]?.Value?.[0];
  return value === undefined || value === null ? '' : String(value);
};

const numbersOf = (sets: readonly Instance[], tag: string): readonly number[] => {
  for (const set of sets) {
    const found = (set[tag]?.Value ?? []).map(Number);
    if (found.length > 0 && found.every(Number.isFinite)) return found;
  }
  return [];
};

const numberOf = (sets: readonly Instance[], tag: string, otherwise: number): number =>
  numbersOf(sets, tag)[0] ?? otherwise;

type Triple = readonly [number, number, number];
const tripleOf = (values: readonly number[], from = 0): Triple => [
  values[from] ?? 0,
  values[from + 1] ?? 0,
  values[from + 2] ?? 0,
];

/** `PATIENT`: mm in the patient; `DETECTOR`: mm at the detector of a projection; `NONE`: pixels have no size. */
export type Calibration = 'PATIENT' | 'DETECTOR' | 'NONE';

/** A frame of an instance, as it is drawn and measured. */
export interface Picture {
  readonly imageId: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  /** From 1. */
  readonly frame: number;
  readonly rows: number;
  readonly columns: number;
  readonly bits: number;
  readonly signed: boolean;
  /** One sample a pixel, grey: its values are fetched; of others the drawn picture. */
  readonly grey: boolean;
  readonly inverted: boolean;
  readonly slope: number;
  readonly intercept: number;
  /** Centre and width as the file has them; null where it has none. */
  readonly window: { readonly centre: number; readonly width: number } | null;
  readonly modality: string;
  readonly calibration: Calibration;
  /** mm, row to row and column to column; 1, 1 where pixels have no size. */
  readonly spacing: readonly [number, number];
  readonly origin: Triple;
  readonly alongRow: Triple;
  readonly alongColumn: Triple;
  /** Where it lies along the axis of its stack, in mm; null where it has no place in the patient. */
  readonly depth: number | null;
  readonly thickness: number | null;
  readonly bodyPart: string;
  /** What its places are told in; empty where it has none. */
  readonly frameOfReference: string;
}

const PROJECTIONS = new Set(['CR', 'DX', 'MG', 'RF', 'XA', 'RG', 'PX', 'IO']);

/** As the platform decides it of a measurement that is saved (`planeOf` of the imaging subgraph). */
const spacingOf = (
  instance: Instance,
  frame: number,
): { calibration: Calibration; spacing: readonly [number, number] } => {
  const two = (found: readonly number[]): readonly [number, number] | null =>
    found.length === 2 && found.every((one) => one > 0) ? [found[0] ?? 1, found[1] ?? 1] : null;
  const inPatient = two(numbersOf(groupsOf(instance, frame, '00289110'), '00280030'));
  const atDetector = two(numbersOf([instance], '00181164'));
  const isProjection = PROJECTIONS.has(textOf(instance, '00080060'));
  const isCalibrated =
    textOf(instance, '00280A02') !== '' ||
    (inPatient !== null &&
      atDetector !== null &&
      inPatient.some((one, i) => Math.abs(one - (atDetector[i] ?? 0)) > 1e-6));
  if (inPatient !== null && (!isProjection || isCalibrated))
    return { calibration: 'PATIENT', spacing: inPatient };
  const detector = isProjection ? (atDetector ?? inPatient) : null;
  return detector === null
    ? { calibration: 'NONE', spacing: [1, 1] }
    : { calibration: 'DETECTOR', spacing: detector };
};

const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const pictureOf = (instance: Instance, frame: number): Picture => {
  const own = [instance];
  const place = numbersOf(groupsOf(instance, frame, '00209113'), '00200032');
  const turned = numbersOf(groupsOf(instance, frame, '00209116'), '00200037');
  const isPlaced = place.length === 3 && turned.length === 6;
  const [alongRow, alongColumn]: readonly [Triple, Triple] = isPlaced
    ? [tripleOf(turned), tripleOf(turned, 3)]
    : [
        [1, 0, 0],
        [0, 1, 0],
      ];
  const origin = isPlaced ? tripleOf(place) : ([0, 0, 0] as const);
  const voi = groupsOf(instance, frame, '00289132');
  const [centre, width] = [numberOf(voi, '00281050', Number.NaN), numberOf(voi, '00281051', 0)];
  const transformation = groupsOf(instance, frame, '00289145');
  const photometric = textOf(instance, '00280004');
  const [study, series, uid] = ['0020000D', '0020000E', '00080018'].map((tag) =>
    textOf(instance, tag),
  ) as [string, string, string];
  const thickness = numberOf(groupsOf(instance, frame, '00289110'), '00180050', 0);
  return {
    imageId: `nodp:${study}/${series}/${uid}/${frame}`,
    ...{ study, series, instance: uid, frame },
    rows: numberOf(own, '00280010', 0),
    columns: numberOf(own, '00280011', 0),
    bits: numberOf(own, '00280100', 16),
    signed: numberOf(own, '00280103', 0) === 1,
    grey: numberOf(own, '00280002', 1) === 1 && photometric.startsWith('MONOCHROME'),
    inverted: photometric === 'MONOCHROME1',
    slope: numberOf(transformation, '00281053', 1),
    intercept: numberOf(transformation, '00281052', 0),
    window: width > 0 && Number.isFinite(centre) ? { centre, width } : null,
    modality: textOf(instance, '00080060'),
    ...spacingOf(instance, frame),
    ...{ origin, alongRow, alongColumn },
    depth: isPlaced ? dot(origin, cross(alongRow, alongColumn)) : null,
    thickness: thickness > 0 ? thickness : null,
    bodyPart: textOf(instance, '00180015'),
    frameOfReference: textOf(instance, '00200052'),
  };
};

/** Frames that are scrolled through: a series of more is examined in an archive's own viewer. */
const MOST = 5_000;

const parallel = (a: Picture, b: Picture): boolean =>
  dot(a.alongRow, b.alongRow) > 0.999 && dot(a.alongColumn, b.alongColumn) > 0.999;

/** The pictures of a series: along their axis where all are parallel in the patient, each in a place of its own; else as numbered. */
export const picturesOf = (instances: readonly Instance[]): readonly Picture[] => {
  const all = instances
    .flatMap((instance) => {
      if (instance['7FE00010'] === undefined || textOf(instance, '00080018') === '') return [];
      const frames = numberOf([instance], '00280008', 1);
      const many = Number.isInteger(frames) && frames > 0 ? Math.min(frames, MOST) : 1;
      return Array.from({ length: many }, (_, i) => pictureOf(instance, i + 1));
    })
    .slice(0, MOST);
  const [first] = all;
  const isStack =
    first !== undefined &&
    all.every((one) => one.depth !== null && parallel(first, one)) &&
    new Set(all.map(({ depth }) => depth)).size === all.length;
  // From the head downwards, as sections are read.
  return isStack ? all.toSorted((a, b) => (b.depth ?? 0) - (a.depth ?? 0)) : all;
};

/** The picture of a stack that lies nearest to a depth. */
export const nearest = (pictures: readonly Picture[], depth: number): number => {
  let best = 0;
  for (const [i, one] of pictures.entries())
    if (Math.abs((one.depth ?? 0) - depth) < Math.abs((pictures[best]?.depth ?? 0) - depth))
      best = i;
  return best;
};

/** The depth of a point of the patient in a stack. */
export const depthOf = ({ alongRow, alongColumn }: Picture, point: readonly number[]): number =>
  dot(tripleOf(point), cross(alongRow, alongColumn));

/** What the instances of a class are, by their SOP Class UID: pictures to scroll through, or something else that is said. */
export type Content =
  | 'PICTURES'
  | 'SEGMENTATION'
  | 'DOSE'
  | 'CONTOURS'
  | 'PLAN'
  | 'REPORT'
  | 'DOCUMENT'
  | 'WAVEFORM'
  | 'OTHER';

const CLASSES: readonly (readonly [prefix: string, content: Content])[] = [
  ['1.2.840.10008.5.1.4.1.1.66', 'SEGMENTATION'],
  ['1.2.840.10008.5.1.4.1.1.481.2', 'DOSE'],
  ['1.2.840.10008.5.1.4.1.1.481.3', 'CONTOURS'],
  ['1.2.840.10008.5.1.4.1.1.481.5', 'PLAN'],
  ['1.2.840.10008.5.1.4.1.1.88', 'REPORT'],
  ['1.2.840.10008.5.1.4.1.1.104', 'DOCUMENT'],
  ['1.2.840.10008.5.1.4.1.1.9', 'WAVEFORM'],
];

/** By class before pixels: segmentations and doses have pixels, and drawn as pictures they are wrong. */
export const contentOf = (instance: Instance | undefined): Content => {
  if (instance === undefined) return 'OTHER';
  const of = textOf(instance, '00080016');
  const found = CLASSES.find(([prefix]) => of === prefix || of.startsWith(`${prefix}.`));
  return found?.[1] ?? (instance['7FE00010'] === undefined ? 'OTHER' : 'PICTURES');
};
