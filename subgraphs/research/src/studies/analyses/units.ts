import type { Alteration, OpenStudy } from '../open/open-study.ts';

/** What is counted: patients with all their samples together, or samples. */
export type Unit = 'PATIENTS' | 'SAMPLES';

/** A study's units with what is known of them, by their places. */
export interface Units {
  readonly names: readonly string[];
  /** Whether any sample of the unit was examined for alterations. */
  readonly examined: readonly boolean[];
  /** Of a gene: the alterations of each altered unit. */
  alterationsOf(gene: string): ReadonlyMap<number, ReadonlySet<Alteration>>;
  /** Values of an attribute; null where there is none, or where samples of one patient differ. @throws {RangeError} */
  valuesOf(attribute: string): readonly (string | null)[];
}

/** Samples of one patient count together: a patient is altered, or examined, as soon as one sample is. */
export const unitsOf = (study: OpenStudy, unit: Unit): Units => {
  const { samples, profiled } = study;
  const placeOf = (sample: number): number =>
    unit === 'SAMPLES' ? sample : (samples[sample]?.patient ?? -1);
  const names = unit === 'SAMPLES' ? samples.map(({ sample }) => sample) : study.patients;
  const examined = new Array<boolean>(names.length).fill(false);
  for (const places of Object.values(profiled))
    for (const sample of places) if (placeOf(sample) >= 0) examined[placeOf(sample)] = true;
  return {
    names,
    examined,
    alterationsOf: (gene) => {
      const found = new Map<number, Set<Alteration>>();
      for (const { sample, kind } of study.alterationsOf(gene)) {
        const place = placeOf(sample);
        const own = found.get(place);
        if (own === undefined) found.set(place, new Set([kind]));
        else own.add(kind);
      }
      return found;
    },
    valuesOf: (id) => {
      const attribute = study.attributes.find((each) => each.id === id);
      const values = study.values.get(id);
      if (attribute === undefined || values === undefined) throw new RangeError(id);
      if ((attribute.level === 'SAMPLE') === (unit === 'SAMPLES')) return values;
      if (unit === 'SAMPLES') return samples.map(({ patient }) => values[patient] ?? null);
      return ofPatients(study, values);
    },
  };
};

const ofPatients = (
  { patients, samples }: OpenStudy,
  values: readonly (string | null)[],
): (string | null)[] => {
  const found = new Array<string | null>(patients.length).fill(null);
  const differ = new Set<number>();
  for (const [place, { patient }] of samples.entries()) {
    const value = values[place] ?? null;
    if (value === null) continue;
    const before = found[patient] ?? null;
    if (before !== null && before !== value) differ.add(patient);
    found[patient] = value;
  }
  for (const patient of differ) found[patient] = null;
  return found;
};
