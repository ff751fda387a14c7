/** Segmentation (PS3.3 A.51): which samples belong to what, frame by frame. */
import type { Instance, Picture } from '../stage/instance.ts';
import { COLOURS, item, items, number, numbers, planeOf, text } from './attributes.ts';
import { isolines, type Segment } from './isolines.ts';
import { linesPath, type Overlay } from './outline.ts';
import { areParallel, type Plane, placeOn } from './plane.ts';

/** Samples of each frame, from 0; of fractional ones up to the largest value. */
export type Samples = readonly (ArrayLike<number> | undefined)[];

interface Frame {
  readonly segment: number;
  readonly plane: Plane;
  readonly lines: () => readonly Segment[];
}

const framesOf = (set: Instance, samples: Samples): readonly Frame[] => {
  const [columns, rows] = [number(set, '00280011') ?? 0, number(set, '00280010') ?? 0];
  const shared = item(set, '52009229');
  const most = number(set, '0062000E') ?? 1;
  const level = text(set, '00620001') === 'FRACTIONAL' ? most / 2 : 0.5;
  return items(set, '52009230').flatMap((own, i): Frame[] => {
    const held = samples[i];
    const measures = item(own, '00289110') ?? item(shared, '00289110');
    const plane = planeOf(
      numbers(item(own, '00209113') ?? item(shared, '00209113'), '00200032'),
      numbers(item(own, '00209116') ?? item(shared, '00209116'), '00200037'),
      numbers(measures, '00280030'),
    );
    const segment = number(item(own, '0062000A') ?? item(shared, '0062000A'), '0062000B');
    if (held === undefined || plane === null || segment === null) return [];
    let found: readonly Segment[] | null = null;
    const lines = () => {
      found ??= isolines(columns, rows, level, (x, y) => held[y * columns + x] ?? 0);
      return found;
    };
    return [{ segment, plane, lines }];
  });
};

/** The outlines of segments, where their frames lie on a picture. */
export const segmentsOf = (set: Instance, samples: Samples): Overlay => {
  const frames = framesOf(set, samples);
  const segments = items(set, '00620002').map((one, i) => ({
    number: number(one, '00620004') ?? i + 1,
    name: text(one, '00620005') || text(item(one, '0062000F'), '00080104') || `${i + 1}`,
    colour: COLOURS[i % COLOURS.length] as string,
  }));
  const lies = (plane: Plane, picture: Picture, step: number): boolean =>
    areParallel(plane, picture) &&
    Math.abs(placeOn(picture, plane.origin).above) <= step / 2 + 1e-3;
  return {
    frameOfReference: text(set, '00200052'),
    outlinesOn: (picture, step) =>
      segments.map(({ number, name, colour }) => ({
        ...{ key: String(number), name, colour },
        path: frames
          .filter(({ segment, plane }) => segment === number && lies(plane, picture, step))
          .map(({ plane, lines }) => linesPath(picture, plane, lines()))
          .join(''),
      })),
  };
};
