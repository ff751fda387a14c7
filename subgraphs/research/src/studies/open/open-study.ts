import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { literal } from '@nodp/warehouse';
import type { StudyManifest } from '../load/load-study.ts';
import type { StudyTable } from '../load/tables.ts';
import type { MutationKind } from '../read/alterations.ts';
import type { Attribute } from '../read/clinical-header.ts';

/** Samples of a study with an alteration of a gene; each is counted once in `altered`. */
interface GeneCounts {
  readonly gene: string;
  readonly mutated: number;
  /** GISTIC 2 and −2. */
  readonly amplified: number;
  readonly deleted: number;
  readonly rearranged: number;
  readonly altered: number;
}

/** Files of a study that tell of alterations. */
const PROFILES = ['mutations', 'copy_numbers', 'structural_variants'] as const;
type Profile = (typeof PROFILES)[number];

/** An alteration of a sample: a mutation's kind, or what happened to the gene. */
export type Alteration = MutationKind | 'AMPLIFIED' | 'DELETED' | 'REARRANGED';

export interface SampleAlteration {
  readonly sample: number;
  readonly kind: Alteration;
}

/** An external study in memory. Its rows are public. */
export interface OpenStudy {
  readonly manifest: StudyManifest;
  /** In the order of the file. */
  readonly patients: readonly string[];
  /** Patient of each sample, by its place. */
  readonly samples: readonly {
    readonly sample: string;
    readonly patient: number;
    readonly site: string | null;
  }[];
  readonly attributes: readonly Attribute[];
  /** By attribute, of each patient or sample by its place; null where there is none. */
  readonly values: ReadonlyMap<string, readonly (string | null)[]>;
  /** Places of the samples that were examined for a kind of alteration. */
  readonly profiled: Readonly<Record<Profile, ReadonlySet<number>>>;
  /** The most often altered first. */
  readonly genes: readonly GeneCounts[];
  /** Of a gene: its alterations by the sample's place; none where the study has none of it. */
  alterationsOf(gene: string): readonly SampleAlteration[];
}

const rowsOf = async (
  connection: DuckDBConnection,
  folder: string,
  table: StudyTable,
  rest = '',
): Promise<DuckDBValue[][]> =>
  (
    await connection.runAndReadAll(
      `select * from read_parquet(${literal(join(folder, `${table}.parquet`))}) ${rest}`,
    )
  ).getRows();

const KINDS = ['mutated', 'amplified', 'deleted', 'rearranged'] as const;

const textOf = (value: DuckDBValue | undefined): string | null =>
  value == null ? null : String(value);

/** Reads a study whole: ten thousand samples of some hundred genes take some tens of megabytes. */
export const openStudy = async (folder: string): Promise<OpenStudy> => {
  const manifest = JSON.parse(
    await readFile(join(folder, 'manifest.json'), 'utf8'),
  ) as StudyManifest;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const patients = (await rowsOf(connection, folder, 'patients', 'order by patient')).map(([p]) =>
      String(p),
    );
    const placeOfPatient = new Map(patients.map((patient, i) => [patient, i]));
    const samples = (await rowsOf(connection, folder, 'samples', 'order by sample')).map(
      ([sample, patient, , site]) => ({
        sample: String(sample),
        patient: placeOfPatient.get(String(patient)) ?? -1,
        site: textOf(site),
      }),
    );
    const placeOfSample = new Map(samples.map(({ sample }, i) => [sample, i]));
    const attributes = (await rowsOf(connection, folder, 'attributes', 'order by place')).map(
      ([, id, name, description, isNumber, level]): Attribute => ({
        ...{ id: String(id), name: String(name), description: String(description) },
        ...{ isNumber: isNumber === true, level: level as Attribute['level'] },
      }),
    );
    const values = new Map<string, (string | null)[]>(
      attributes.map(({ id, level }) => [
        id,
        new Array<string | null>(level === 'PATIENT' ? patients.length : samples.length).fill(null),
      ]),
    );
    const put = async (
      table: 'patient_values' | 'sample_values',
      places: ReadonlyMap<string, number>,
    ) => {
      for (const [of, attribute, value] of await rowsOf(connection, folder, table)) {
        const place = places.get(String(of));
        if (place !== undefined) (values.get(String(attribute)) ?? [])[place] = String(value);
      }
    };
    await put('patient_values', placeOfPatient);
    await put('sample_values', placeOfSample);
    const altered = new Map<string, SampleAlteration[]>();
    const add = (
      gene: DuckDBValue | undefined,
      sample: DuckDBValue | undefined,
      kind: Alteration,
    ) => {
      const place = placeOfSample.get(String(sample));
      if (place === undefined) return;
      const own = altered.get(String(gene));
      if (own === undefined) altered.set(String(gene), [{ sample: place, kind }]);
      else own.push({ sample: place, kind });
    };
    for (const [sample, gene, kind] of await rowsOf(connection, folder, 'mutations'))
      add(gene, sample, kind as MutationKind);
    for (const [sample, gene, change] of await rowsOf(
      connection,
      folder,
      'copy_numbers',
      'where abs(change) = 2',
    ))
      add(gene, sample, Number(change) > 0 ? 'AMPLIFIED' : 'DELETED');
    for (const [sample, gene] of await rowsOf(connection, folder, 'structural_variants'))
      add(gene, sample, 'REARRANGED');
    const profiles = await rowsOf(connection, folder, 'profiled');
    const profiledFor = (profile: Profile): ReadonlySet<number> => {
      const named = profiles.flatMap(([sample, of]) =>
        of === profile ? [placeOfSample.get(String(sample)) ?? -1] : [],
      );
      // A study that does not say which samples it examined examined all, where it has such a file.
      return named.length > 0
        ? new Set(named.filter((place) => place >= 0))
        : new Set(manifest.counts[profile] > 0 ? samples.keys() : []);
    };
    return {
      ...{ manifest, patients, samples, attributes, values },
      profiled: {
        mutations: profiledFor('mutations'),
        copy_numbers: profiledFor('copy_numbers'),
        structural_variants: profiledFor('structural_variants'),
      },
      genes: [...altered]
        .map(([gene, all]) => countsOf(gene, all))
        .toSorted((a, b) => b.altered - a.altered || a.gene.localeCompare(b.gene)),
      alterationsOf: (gene) => altered.get(gene) ?? [],
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

const groupOf = (kind: Alteration): (typeof KINDS)[number] =>
  kind === 'AMPLIFIED'
    ? 'amplified'
    : kind === 'DELETED'
      ? 'deleted'
      : kind === 'REARRANGED'
        ? 'rearranged'
        : 'mutated';

const countsOf = (gene: string, all: readonly SampleAlteration[]): GeneCounts => {
  const sets = {
    mutated: new Set<number>(),
    amplified: new Set<number>(),
    deleted: new Set<number>(),
    rearranged: new Set<number>(),
  };
  for (const { sample, kind } of all) sets[groupOf(kind)].add(sample);
  const size = (kind: (typeof KINDS)[number]) => sets[kind].size;
  return {
    gene,
    ...{
      mutated: size('mutated'),
      amplified: size('amplified'),
      deleted: size('deleted'),
      rearranged: size('rearranged'),
    },
    altered: new Set(all.map(({ sample }) => sample)).size,
  };
};
