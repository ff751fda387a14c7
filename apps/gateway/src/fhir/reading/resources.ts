import type { IdentityCipher, Session } from '@nodp/database';
import { sqlStatement } from '@nodp/database';
import type { Kind } from '@nodp/record';
import type { WrittenResource } from '@nodp/record/fhir';
import { idsOfPatients } from '@nodp/subgraph-patients/fhir';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { identifierOf, idOf, isId, referenceTo } from './naming.ts';
import { type ServedKind, servedTypes, tableOf } from './served.ts';
import { type FoundRow, rowsByKey } from './statements.ts';

export interface Reading {
  readonly session: Session;
  readonly cipher: IdentityCipher;
  readonly institution: string;
}

/** A resource, and the patient (the platform's id) that it is of. */
export interface Read {
  readonly patientId: string;
  readonly resource: WrittenResource;
}

type Row = Readonly<Record<string, unknown>> & {
  readonly patientId: string;
  readonly id: string;
  readonly sourceId: string;
  readonly sourceType: string;
  readonly recordedAt: string;
};

/** Every kind that is written, once. */
const allServed: ReadonlyMap<string, ServedKind> = new Map(
  [...servedTypes.values()].flatMap(({ kinds }) => kinds.map((one) => [one.kind, one] as const)),
);

/** Rows of a kind that resources of others carry, by the patient and the key of the resource. */
const carriedRows = async (
  { session, institution }: Reading,
  kind: Kind,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Row[]>> => {
  const table = tableOf(kind);
  if (table === null || rows.length === 0) return new Map();
  const t = getTableColumns(table) as unknown as Record<string, PgColumn>;
  const found = (await session.run(
    sqlStatement<Record<string, unknown>>(sql`select ${table}.* from ${table}
      where ${t.patientId} = any(${sql.param([...new Set(rows.map(({ patientId }) => patientId))])}::uuid[])
        and ${t.institutionId} = ${institution}::uuid
        and ${t.sourceType} = any(${sql.param([...new Set(rows.map(({ sourceType }) => sourceType))])}::text[])
      order by ${t.sourceId}`),
  )) as Row[];
  const groups = Map.groupBy(
    found,
    ({ patientId, sourceId }) => `${patientId} ${sourceId.split('#')[0]}`,
  );
  return groups;
};

const writeKind = async (
  reading: Reading,
  served: ServedKind,
  rows: readonly Row[],
  patientIds: ReadonlyMap<string, string>,
): Promise<(readonly [string, Read])[]> => {
  const { writer, kind } = served;
  const carried = new Map<Kind, ReadonlyMap<string, Row[]>>();
  for (const one of writer.carries ?? []) carried.set(one, await carriedRows(reading, one, rows));
  return rows.map((row) => {
    const identifier = identifierOf(row.sourceId);
    const resource = writer.write(row, {
      common: {
        id: idOf(row.sourceId, row),
        ...(identifier === null ? {} : { identifier: [identifier] }),
      },
      subject: { reference: `Patient/${patientIds.get(row.patientId) ?? row.patientId}` },
      refer: referenceTo,
      carried: (of) => carried.get(of)?.get(`${row.patientId} ${row.sourceId}`) ?? [],
    });
    const lastUpdated = new Date(row.recordedAt).toISOString();
    const meta = { lastUpdated, ...(resource.meta as object | undefined) };
    const { resourceType, id, ...rest } = resource;
    return [
      `${kind} ${row.patientId} ${row.id}`,
      { patientId: row.patientId, resource: { resourceType, id, ...rest, meta } },
    ] as const;
  });
};

/** The resources of rows, in their order; a statement for each kind among them, and one for each kind that they carry. */
export const resourcesOf = async (
  reading: Reading,
  found: readonly FoundRow[],
): Promise<Read[]> => {
  const patientIds = await idsOfPatients(
    reading.session,
    [...new Set(found.map(({ patientId }) => patientId))],
    isId,
  );
  const written = new Map<string, Read>();
  for (const [kind, keys] of Map.groupBy(found, ({ kind }) => kind)) {
    const served = allServed.get(kind);
    if (served === undefined) throw new Error(`Rows of ${kind} are not written as FHIR.`);
    const rows = (await rowsByKey(reading.session, served, keys, reading.institution)) as Row[];
    for (const [key, one] of await writeKind(reading, served, rows, patientIds))
      written.set(key, one);
  }
  // A row that went between the two statements is left out.
  return found.flatMap(
    ({ kind, patientId, id }) => written.get(`${kind} ${patientId} ${id}`) ?? [],
  );
};
