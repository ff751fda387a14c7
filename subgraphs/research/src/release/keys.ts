import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { personBits } from '@nodp/warehouse';
import { findings } from './derive-cases.ts';

/** Persons' keys for disclosure control under bits of this release alone: its files link no person to another release. */
export const encryptKeys = async (
  connection: DuckDBConnection,
  secret: Uint8Array,
): Promise<void> => {
  await connection.run('create table record_key (person_key integer, record_key integer)');
  const read = await connection.runAndReadAll('select person_key, lasting_key from person');
  const [persons = [], keys = []] = read.getColumns();
  const bits = personBits(secret, persons.length);
  const appender = await connection.createAppender('record_key');
  persons.forEach((person, i) => {
    appender.appendInteger(person as number);
    appender.appendInteger((keys[i] as number) ^ (bits[person as number] as number));
    appender.endRow();
  });
  appender.closeSync();
};

/** Sums of the disclosure keys, modulo 2³², of sets: what their numbers are moved by. */
export interface SumsOfKeys {
  readonly persons: number;
  readonly cases: number;
  /** By finding. */
  readonly findings: ReadonlyMap<string, number>;
}

const reduced = (sum: DuckDBValue | undefined): number =>
  Number(BigInt.asUintN(32, BigInt((sum as bigint | null | undefined) ?? 0)));

export const sumsOfKeys = async (connection: DuckDBConnection): Promise<SumsOfKeys> => {
  const read = await connection.runAndReadAll(
    `select (select sum(lasting_key::hugeint) from person semi join numbered using (person_key)),
      (select sum(lasting_key::hugeint) from numbered join person using (person_key))`,
  );
  const [persons, cases] = read.getRows()[0] ?? [];
  const found = await connection.runAndReadAll(
    `select finding, sum(lasting_key::hugeint) from (${findings}) join person using (person_key) group by 1`,
  );
  return {
    persons: reduced(persons),
    cases: reduced(cases),
    findings: new Map(found.getRows().map(([finding, sum]) => [String(finding), reduced(sum)])),
  };
};
