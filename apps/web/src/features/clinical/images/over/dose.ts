/** RT Dose (PS3.3 A.18): a grid of doses, drawn as lines of equal dose. */
import type { Instance } from '../stage/instance.ts';
import { number, numbers, planeOf, text } from './attributes.ts';
import { isolines } from './isolines.ts';
import { linesPath, type Overlay } from './outline.ts';
import { areParallel, dot, normalOf, placeOn } from './plane.ts';
import type { Samples } from './segments.ts';

/** Shares of the highest dose, each with its colour: red where it is highest. */
const ISODOSES = [
  [0.95, '#ff1744'],
  [0.8, '#ff9100'],
  [0.5, '#ffea00'],
  [0.3, '#00e676'],
  [0.1, '#40c4ff'],
] as const;

const highest = (samples: Samples): number => {
  let most = 0;
  for (const frame of samples)
    for (let i = 0; i < (frame?.length ?? 0); i++) most = Math.max(most, frame?.[i] ?? 0);
  return most;
};

/** Lines of equal dose on a picture, between the two levels of the grid that it lies between. */
export const dosesOf = (set: Instance, samples: Samples): Overlay => {
  const [columns, rows] = [number(set, '00280011') ?? 0, number(set, '00280010') ?? 0];
  const grid = planeOf(
    numbers(set, '00200032'),
    numbers(set, '00200037'),
    numbers(set, '00280030'),
  );
  const scaling = number(set, '3004000E') ?? 1;
  const unit = text(set, '30040002') === 'GY' ? 'Gy' : '%';
  const said = numbers(set, '3004000C');
  // Levels are told from the first one, or by where they are in the patient (PS3.3 C.8.8.3.2).
  const offsets = said.length > 0 ? said.map((one) => one - (said[0] ?? 0)) : [0];
  const most = highest(samples);
  const shares = ISODOSES.map(([share, colour]) => ({
    ...{ key: String(share), colour, level: most * share },
    name:
      unit === 'Gy'
        ? `${(most * share * scaling).toFixed(1)} Gy (${Math.round(share * 100)} %)`
        : `${Math.round(share * 100)} %`,
  }));
  return {
    frameOfReference: text(set, '00200052'),
    isDose: true,
    outlinesOn: (picture) => {
      const empty = shares.map(({ key, name, colour }) => ({ key, name, colour, path: '' }));
      if (grid === null || most === 0 || !areParallel(grid, picture)) return empty;
      const along = dot(normalOf(grid), normalOf(picture)) < 0 ? 1 : -1;
      const depth = along * placeOn(picture, grid.origin).above;
      const last = offsets.length - 1;
      const below = offsets.findIndex(
        (offset, i) =>
          Math.abs(offset - depth) < 1e-3 ||
          (i < last && (offset - depth) * ((offsets[i + 1] ?? 0) - depth) < 0),
      );
      if (below === -1) return empty;
      const [from, to] = [offsets[below] ?? 0, offsets[below + 1] ?? 0];
      const share = Math.abs(from - depth) < 1e-3 ? 0 : (depth - from) / (to - from);
      const [low, high] = [samples[below], share === 0 ? samples[below] : samples[below + 1]];
      if (low === undefined || high === undefined) return empty;
      const valueAt = (x: number, y: number): number => {
        const i = y * columns + x;
        return (low[i] ?? 0) * (1 - share) + (high[i] ?? 0) * share;
      };
      return shares.map(({ key, name, colour, level }) => ({
        ...{ key, name, colour },
        path: linesPath(picture, grid, isolines(columns, rows, level, valueAt)),
      }));
    },
  };
};
