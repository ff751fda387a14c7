/** Lesions that are followed from study to study. */
import type { Lesion } from '../patient/response/data.ts';
import type { Picture } from './stage/instance.ts';
import type { Measurement } from './stage/measurements.ts';

/** A lesion of an earlier day that is looked for on this one. */
export interface Followed {
  readonly name: string;
  readonly last: Lesion;
  /** Whether it is entered of this day. */
  readonly done: Lesion | null;
  /** Where it was measured last, in the patient's coordinates; null where nobody measured it on an image here. */
  readonly centre: readonly number[] | null;
}

const latest = (a: Lesion, b: Lesion): Lesion => ((a.date ?? '') < (b.date ?? '') ? b : a);

/** Target and measured lesions of days before, by name, with the place of each. */
export const followedOf = (
  lesions: readonly Lesion[],
  measurements: readonly Measurement[],
  study: string,
  day: string,
): Followed[] => {
  const before = lesions.filter(
    ({ date, role, state }) =>
      date && date < day && role !== 'NON_TARGET' && state !== 'NOT_EVALUABLE',
  );
  const names = [...new Set(before.map(({ lesion }) => lesion))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return names.flatMap((name) => {
    const own = before.filter(({ lesion }) => lesion === name);
    const [first, ...rest] = own;
    if (first === undefined) return [];
    const placed = measurements.find(
      (one) => one.lesion === name && one.study !== study && one.centre !== null,
    );
    return [
      {
        name,
        last: rest.reduce(latest, first),
        done: lesions.find(({ lesion, date }) => lesion === name && date === day) ?? null,
        centre: placed?.centre ?? null,
      },
    ];
  });
};

/** What two or more readers measured of one lesion of a study, with the greatest difference in mm. */
export interface Readings {
  readonly lesion: string;
  readonly readers: readonly { readonly by: string; readonly mm: number }[];
  readonly difference: number;
}

export const readingsOf = (measurements: readonly Measurement[], study: string): Readings[] => {
  const byLesion = new Map<string, Map<string, number>>();
  for (const { lesion, study: of, by, longMm } of measurements) {
    if (lesion === null || of !== study || longMm === null) continue;
    const readers = byLesion.get(lesion) ?? new Map<string, number>();
    // Latest first: a reader's last word counts.
    if (!readers.has(by)) readers.set(by, longMm);
    byLesion.set(lesion, readers);
  }
  return [...byLesion].flatMap(([lesion, readers]) => {
    if (readers.size < 2) return [];
    const all = [...readers].map(([by, mm]) => ({ by, mm }));
    const sizes = all.map(({ mm }) => mm);
    return [{ lesion, readers: all, difference: Math.max(...sizes) - Math.min(...sizes) }];
  });
};

/** The picture on which something was measured; -1 where it is none of these. */
export const placeOf = (
  pictures: readonly Picture[],
  { series, instance, frame }: Measurement,
): number =>
  pictures.findIndex(
    (one) => one.series === series && one.instance === instance && one.frame === frame,
  );
