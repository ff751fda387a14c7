/** Figures by province and time as maps, one a period, for the eye to compare. */
import type { Table } from '../../../asked.ts';

/** More maps than this nobody compares. */
const mostMaps = 12;

export type MapOf = {
  /** Place of the period on its axis. */
  readonly place: number;
  /** Place in the table of each province's cell, by its code. */
  readonly cells: ReadonlyMap<string, number>;
};

/** Maps where provinces and a time are the two axes, and at least two times have a figure; null of other answers. */
export function mapsOf({ axes, values }: Table): readonly MapOf[] | null {
  const province = axes.findIndex(({ dimension }) => dimension === 'PROVINCE');
  const time = axes.findIndex(({ dimension }) => dimension === 'PERIOD' || dimension === 'YEAR');
  if (axes.length !== 2 || province < 0 || time < 0) return null;
  const length = axes[1]?.codes.length ?? 1;
  const at = (p: number, t: number) => (province === 0 ? p * length + t : t * length + p);
  const maps = (axes[time]?.codes ?? []).map((_, place) => ({
    place,
    cells: new Map((axes[province]?.codes ?? []).map((code, p) => [code, at(p, place)])),
  }));
  const drawn = maps.filter(({ cells }) =>
    [...cells.values()].some((cell) => (values[cell] ?? null) !== null),
  );
  return drawn.length < 2 || drawn.length > mostMaps ? null : drawn;
}
