import { query, type Session, sqlStatement, statement } from '@nodp/database';
import { and, eq, sql } from 'drizzle-orm';
import {
  registryDataArea,
  registryDataCount,
  registryDataPersonYears,
  registryDataSet,
} from '../../tables.ts';

/** A version of a data set as it is stored. */
export type StoredSet = typeof registryDataSet.$inferSelect;
type StoredArea = typeof registryDataArea.$inferSelect;
type StoredCount = typeof registryDataCount.$inferSelect;
type StoredLived = typeof registryDataPersonYears.$inferSelect;

const ofVersion = (
  table: typeof registryDataArea | typeof registryDataCount | typeof registryDataPersonYears,
) => and(eq(table.setId, sql.placeholder('id')), eq(table.version, sql.placeholder('version')));

const areas = statement(
  query
    .select()
    .from(registryDataArea)
    .where(ofVersion(registryDataArea))
    .orderBy(registryDataArea.code),
);
const counts = statement(
  query.select().from(registryDataCount).where(ofVersion(registryDataCount)),
);
const lived = statement(
  query.select().from(registryDataPersonYears).where(ofVersion(registryDataPersonYears)),
);

const newestVersions = sqlStatement<StoredSet>(sql`
  select distinct on (id) * from ${registryDataSet} order by id, version desc`);

const oneVersion = statement(
  query
    .select()
    .from(registryDataSet)
    .where(
      and(
        eq(registryDataSet.id, sql.placeholder('id')),
        eq(registryDataSet.version, sql.placeholder('version')),
      ),
    ),
);

/** The newest version of every data set, the one loaded last first. */
export const newestSets = async (session: Session): Promise<StoredSet[]> =>
  (await session.run(newestVersions)).toSorted((a, b) =>
    String(a.loadedAt) < String(b.loadedAt) ? 1 : -1,
  );

/** A version; null where there is none. */
export const storedSet = async (
  session: Session,
  id: string,
  version: number,
): Promise<StoredSet | null> => (await session.run(oneVersion, { id, version }))[0] ?? null;

export interface StoredRows {
  readonly areas: readonly StoredArea[];
  readonly counts: readonly StoredCount[];
  readonly lived: readonly StoredLived[];
}

/** The rows of a version. */
export const rowsOfSet = async (
  session: Session,
  { id, version }: Pick<StoredSet, 'id' | 'version'>,
): Promise<StoredRows> => ({
  areas: await session.run(areas, { id, version }),
  counts: await session.run(counts, { id, version }),
  lived: await session.run(lived, { id, version }),
});
