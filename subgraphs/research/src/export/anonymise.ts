import { setImmediate as breathe } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type CaseValues, classesAt, type Placed, type Profile, suppressedIn } from './classes.ts';
import { type Levels, latticeOf } from './lattice.ts';
import { QUASI_IDENTIFIERS } from './quasi-identifiers.ts';

/** Persons alike in all quasi-identifiers, the person included, that an export has at least. */
export const K = 5;
/** The share of persons whose rows may be left out before more is generalised. */
const MOST_SUPPRESSED = 0.05;

const nameOf = (quasi: number, level: number): string => `q${quasi}_${level}`;
const everyLevel = QUASI_IDENTIFIERS.flatMap(({ levels }, quasi) =>
  levels.map(({ sql }, level) => ({ name: nameOf(quasi, level), sql })),
);
const names = everyLevel.map(({ name }) => name).join(', ');

/** Persons of one profile are alike wherever the lattice is entered: each place is tried on profiles and not on persons. */
const profiles: readonly string[] = [
  `create table quasi_case as select c.person_key, c.case_number,
    ${everyLevel.map(({ name, sql }) => `${sql} as ${name}`).join(', ')} from released_cases c`,
  `create table quasi_code as select (row_number() over () - 1)::integer as code, * from (select distinct ${names} from quasi_case)`,
  `create table past as select history, (row_number() over ())::integer as past from (select distinct history from former)`,
  `create table profile_person as
    with alike as (
      select q.person_key, string_agg(k.code::varchar, ' ' order by q.case_number) as codes
      from quasi_case q join quasi_code k using (${names}) group by 1)
    select a.person_key, (dense_rank() over (order by a.codes, p.past) - 1)::integer as profile, a.codes, coalesce(p.past, 0) as past
    from alike a left join former f using (person_key) left join past p using (history)`,
];

const columnsOf = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getColumns();

const readProfiles = async (connection: DuckDBConnection): Promise<Profile[]> => {
  const [persons = [], pasts = [], codes = []] = await columnsOf(
    connection,
    `select count(*)::integer, any_value(past)::integer, any_value(codes) from profile_person group by profile order by profile`,
  );
  return persons.map((number, i) => ({
    persons: Number(number),
    history: Number(pasts[i]),
    cases: String(codes[i]).split(' ').map(Number),
  }));
};

const readValues = async (connection: DuckDBConnection): Promise<CaseValues> => {
  const ranks = everyLevel.map(
    ({ name }) => `(dense_rank() over (order by ${name}) - 1)::integer as r_${name}`,
  );
  const columns = await columnsOf(
    connection,
    `select * exclude (code) from (select code, ${ranks.join(', ')} from quasi_code) order by code`,
  );
  let at = 0;
  return QUASI_IDENTIFIERS.map(({ levels }) =>
    levels.map(() => Int32Array.from(columns[at++] ?? [], Number)),
  );
};

export interface Generalisation {
  readonly levels: Levels;
  /** Persons of the release. */
  readonly persons: number;
  /** Persons who have no row in the export. */
  readonly suppressed: number;
  /** Persons whose first case alone is in the export. */
  readonly cut: number;
  /** Persons alike in this export and in every former one, at least; null where nobody is in it. */
  readonly smallest: number | null;
}

interface Found {
  readonly levels: Levels;
  readonly placed: readonly Placed[];
  readonly suppressed: number;
}

/** The place of the lattice that loses least and leaves out no more than the share allowed, else the one that leaves out fewest. */
const bestPlace = async (
  profile: readonly Profile[],
  values: CaseValues,
  persons: number,
  lattice: readonly Levels[],
  signal?: AbortSignal,
): Promise<Found> => {
  let best: Found | null = null;
  for (const levels of lattice) {
    // Long for a million persons: whoever cancels the build is heard between two places.
    await breathe();
    signal?.throwIfAborted();
    const placed = classesAt(profile, values, levels, K);
    const suppressed = suppressedIn(profile, placed, K);
    if (best === null || suppressed < best.suppressed) best = { levels, placed, suppressed };
    if (suppressed <= MOST_SUPPRESSED * persons) break;
  }
  if (best === null) throw new Error('The lattice of generalisations is empty.');
  return best;
};

/**
 * Table `export_class(person_key, class, is_cut)`: persons who are in the export.
 * Needs the tables `released_cases` and `former(person_key, history)`.
 * @param lattice generalisations that may be chosen, the one that loses least first
 */
export const anonymise = async (
  connection: DuckDBConnection,
  signal?: AbortSignal,
  lattice: readonly Levels[] = latticeOf(QUASI_IDENTIFIERS),
): Promise<Generalisation> => {
  for (const statement of profiles) await connection.run(statement);
  const profile = await readProfiles(connection);
  const persons = profile.reduce((sum, of) => sum + of.persons, 0);
  const { levels, placed, suppressed } = await bestPlace(
    profile,
    await readValues(connection),
    persons,
    lattice,
    signal,
  );
  await connection.run('create table kept (profile integer, class integer, is_cut boolean)');
  const appender = await connection.createAppender('kept');
  const classes = new Map<string | number, number>();
  let [cut, smallest] = [0, Number.POSITIVE_INFINITY];
  placed.forEach(({ name, size, cut: isCut }, i) => {
    if (size < K) return;
    const known = classes.get(name) ?? classes.size;
    classes.set(name, known);
    appender.appendInteger(i);
    appender.appendInteger(known);
    appender.appendBoolean(isCut);
    appender.endRow();
    if (isCut) cut += (profile[i] as Profile).persons;
    smallest = Math.min(smallest, size);
  });
  appender.closeSync();
  await connection.run(
    'create table export_class as select p.person_key, k.class, k.is_cut from kept k join profile_person p using (profile)',
  );
  return {
    levels,
    persons,
    suppressed,
    cut,
    smallest: Number.isFinite(smallest) ? smallest : null,
  };
};

/** The quasi-identifiers of a case `q` of `quasi_case`, as they leave. */
export const quasiColumns = (levels: Levels): readonly string[] =>
  QUASI_IDENTIFIERS.map(
    ({ name }, quasi) => `q.${nameOf(quasi, levels[quasi] as number)} as ${name}`,
  );
