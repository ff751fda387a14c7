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

/** An alteration of a patient's samples: a mutation's kind, or what happened to the gene. */
type Alteration = MutationKind | 'AMPLIFIED' | 'DELETED' | 'REARRANGED';

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
  /** Samples that were examined for a kind of alteration, where the study says so. */
  readonly profiled: Readonly<Record<'mutations' | 'copy_numbers' | 'structural_variants', number>>;
  /** The most often altered first. */
  readonly genes: readonly GeneCounts[];
  /** Of a gene: its alterations by patient. */
  alterationsOf(gene: string): readonly { readonly patient: number; readonly kind: Alteration }[];
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
    const altered = new Map<string, { readonly sample: number; readonly kind: Alteration }[]>();
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
    const profiledFor = (profile: string, any: number) => {
      const many = profiles.filter(([, of]) => of === profile).length;
      // A study that does not say whom it looked at looked at all, where it has such a file.
      return many > 0 ? many : any > 0 ? samples.length : 0;
    };
    return {
      ...{ manifest, patients, samples, attributes, values },
      profiled: {
        mutations: profiledFor('mutations', manifest.counts.mutations),
        copy_numbers: profiledFor('copy_numbers', manifest.counts.copy_numbers),
        structural_variants: profiledFor(
          'structural_variants',
          manifest.counts.structural_variants,
        ),
      },
      genes: [...altered]
        .map(([gene, all]) => countsOf(gene, all))
        .toSorted((a, b) => b.altered - a.altered || a.gene.localeCompare(b.gene)),
      alterationsOf: (gene) =>
        (altered.get(gene) ?? []).map(({ sample, kind }) => ({
          patient: samples[sample]?.patient ?? -1,
          kind,
        })),
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

const countsOf = (
  gene: string,
  all: readonly { readonly sample: number; readonly kind: Alteration }[],
): GeneCounts => {
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
