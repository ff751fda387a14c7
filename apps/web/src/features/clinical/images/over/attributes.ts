/** Attributes of DICOM JSON as the objects over images use them. */
import type { Instance } from '../stage/instance.ts';
import type { Plane, Vector } from './plane.ts';

export const items = (set: Instance | undefined, tag: string): readonly Instance[] =>
  (set?.[tag]?.Value ?? []).filter(
    (one): one is Instance => typeof one === 'object' && one !== null,
  );
export const item = (set: Instance | undefined, tag: string): Instance | undefined =>
  items(set, tag)[0];

export const text = (set: Instance | undefined, tag: string): string => {
  const value = set?.[tag]?.Value?.[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Empty where a value is no number. */
export const numbers = (set: Instance | undefined, tag: string): readonly number[] => {
  const found = (set?.[tag]?.Value ?? []).map(Number);
  return found.every(Number.isFinite) ? found : [];
};
export const number = (set: Instance | undefined, tag: string): number | null =>
  numbers(set, tag)[0] ?? null;

const vector = ([x, y, z]: readonly number[]): Vector => [x ?? 0, y ?? 0, z ?? 0];

/** Where a grid lies, by its position, orientation and spacing; null where one of them is missing. */
export const planeOf = (
  position: readonly number[],
  orientation: readonly number[],
  spacing: readonly number[],
): Plane | null => {
  const [row, column] = spacing;
  if (position.length !== 3 || orientation.length !== 6 || !row || !column) return null;
  return {
    origin: vector(position),
    alongRow: vector(orientation),
    alongColumn: vector(orientation.slice(3)),
    spacing: [row, column],
  };
};

/** A colour by three numbers from 0 to 255. */
export const colourOf = ([r, g, b]: readonly number[], otherwise: string): string =>
  r === undefined || g === undefined || b === undefined
    ? otherwise
    : `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;

/** Of what has no colour of its own. */
export const COLOURS = ['#ffd54f', '#4fc3f7', '#aed581', '#ff8a65', '#ba68c8', '#4db6ac'] as const;
