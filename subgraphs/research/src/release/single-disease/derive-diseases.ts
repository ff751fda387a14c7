import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import {
  DISEASE_IDS,
  type DiseaseElement,
  type DiseaseFacts,
  type DiseaseId,
  elementsOf,
} from '@nodp/oncology/single-disease';
import { columnsSql, diseaseTable, literal } from '@nodp/warehouse';
import { FACT_STEPS, factsOf, prepareFacts } from './facts-of-cases.ts';

/** Statements that `deriveDiseases` runs. */
export const DISEASE_STEPS = FACT_STEPS + DISEASE_IDS.length;

const append = (appender: DuckDBAppender, element: DiseaseElement, facts: DiseaseFacts): void => {
  const answer = element.of(facts);
  if (element.type === 'choice') {
    appender.appendVarchar(String(answer));
    return;
  }
  if (typeof answer === 'number') appender.appendDouble(answer);
  else appender.appendNull();
  appender.appendVarchar(typeof answer === 'number' ? 'KNOWN' : answer);
};

const deriveDisease = async (connection: DuckDBConnection, id: DiseaseId): Promise<void> => {
  const { name, columns } = diseaseTable(id);
  await connection.run(`create table released_${name} (${columnsSql(columns)})`);
  const elements = elementsOf(id);
  for await (const batch of factsOf(connection, id)) {
    const appender = await connection.createAppender(`released_${name}`);
    for (const { person, caseNumber, facts } of batch) {
      appender.appendInteger(person);
      appender.appendSmallInt(caseNumber);
      for (const element of elements) append(appender, element, facts);
      appender.endRow();
    }
    appender.closeSync();
  }
};

/**
 * The single-disease tables of a release, by the elements' rules, and their files. Each case passes through the rules once, some
 * thousands at a time.
 * @param folder of the release's files
 * @param run runs a statement and looks whether the build was cancelled
 */
export const deriveDiseases = async (
  connection: DuckDBConnection,
  folder: string,
  run: (statement: string) => Promise<void>,
): Promise<void> => {
  await prepareFacts(run);
  for (const id of DISEASE_IDS) {
    await deriveDisease(connection, id);
    const { name } = diseaseTable(id);
    await run(
      `copy (select * from released_${name} order by person_key, case_number) to ${literal(join(folder, `${name}.parquet`))} (format parquet, compression zstd)`,
    );
  }
};
