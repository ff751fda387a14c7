/** A picture of a series: a frame of an instance. */
export interface Slice {
  readonly instance: string;
  /** From 1. */
  readonly frame: number;
}

interface Element {
  readonly Value?: readonly unknown[];
}
export type Instance = Readonly<Record<string, Element | undefined>>;

/** Frames that are scrolled through: a series of more is examined in an archive's own viewer. */
const MOST_FRAMES = 5_000;

const first = (instance: Instance, tag: string): unknown => instance[tag]?.Value?.[0];

/** The pictures of a series in order, by the metadata of its instances (DICOM JSON); those without pixels have none. */
export const slicesOf = (instances: readonly Instance[]): Slice[] =>
  instances
    .flatMap((instance): Slice[] => {
      const uid = first(instance, '00080018');
      if (typeof uid !== 'string' || instance['7FE00010'] === undefined) return [];
      const frames = Number(first(instance, '00280008') ?? 1);
      const many = Number.isInteger(frames) && frames > 0 ? Math.min(frames, MOST_FRAMES) : 1;
      return Array.from({ length: many }, (_, i) => ({ instance: uid, frame: i + 1 }));
    })
    .slice(0, MOST_FRAMES);

/** Where keys lead from a picture; null for a key that leads nowhere. */
export const movedBy = (key: string, at: number, many: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
    ...{ PageDown: at + 10, PageUp: at - 10, Home: 0, End: many - 1 },
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), many - 1);
};

const folder = (study: string, series: string): string =>
  `/dicom-web/studies/${study}/series/${series}`;

export const metadataAddress = (study: string, series: string): string =>
  `${folder(study, series)}/metadata`;

export const thumbnailAddress = (study: string, series: string): string =>
  `${folder(study, series)}/thumbnail?accept=image/png`;

/** The address of a picture, through a window where one is chosen. */
export const pictureAddress = (
  study: string,
  series: string,
  { instance, frame }: Slice,
  window: string | null,
): string =>
  `${folder(study, series)}/instances/${instance}/frames/${frame}/rendered?accept=image/png${
    window === null ? '' : `&window=${window}`
  }`;

/** Windows of CT in Hounsfield units, centre and width, as radiologists set them. */
export const CT_WINDOWS = {
  softTissue: '40,400,linear',
  lung: '-600,1500,linear',
  mediastinum: '50,350,linear',
  bone: '400,1800,linear',
  brain: '40,80,linear',
  liver: '60,160,linear',
} as const;
export type CtWindow = keyof typeof CT_WINDOWS;
