import { EDITS_VERSION } from '@nodp/intake';
import postgres from 'postgres';

const open = (ownerUrl: string): postgres.Sql => postgres(ownerUrl, { max: 1, onnotice: () => {} });

/** Notes that a pool without patients is examined: what comes from now on passes the edits of today. */
export const noteEmptyPool = async (ownerUrl: string): Promise<void> => {
  const sql = open(ownerUrl);
  try {
    await sql`insert into basic.edits_run (version, finished_at)
      select ${EDITS_VERSION}, now() where not exists (select 1 from patients.patient)
      on conflict do nothing`;
  } finally {
    await sql.end();
  }
};

/** Whether the pool was never examined by the edits of this version. */
export const editsOutdated = async (ownerUrl: string): Promise<boolean> => {
  const sql = open(ownerUrl);
  try {
    const [run] = await sql`select 1 from basic.edits_run
      where version = ${EDITS_VERSION} and finished_at is not null`;
    return run === undefined;
  } finally {
    await sql.end();
  }
};

/** How far the edits of this version came in the pool. */
export interface EditsRun {
  /** Patients up to here are done. */
  readonly after: string;
  readonly held: number;
  readonly freed: number;
  readonly left: number;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Goes on where a run was broken off; begins anew where the last one came to its end. */
export const beginRun = async (sql: postgres.Sql): Promise<EditsRun> => {
  const [run] = await sql<EditsRun[]>`
    insert into basic.edits_run as r (version) values (${EDITS_VERSION})
    on conflict (version) do update set
      after = case when r.finished_at is null then r.after end,
      held = case when r.finished_at is null then r.held else 0 end,
      freed = case when r.finished_at is null then r.freed else 0 end,
      "left" = case when r.finished_at is null then r.left else 0 end,
      finished_at = null
    returning coalesce(after, ${NOBODY}::uuid) as after, held, freed, "left"`;
  if (run === undefined) throw new Error('The run is not on record.');
  return run;
};

export const storeRun = async (sql: postgres.Sql, run: EditsRun): Promise<void> => {
  const { after, held, freed, left } = run;
  await sql`update basic.edits_run set after = ${after}, held = ${held}, freed = ${freed}, "left" = ${left}
    where version = ${EDITS_VERSION}`;
};

export const finishRun = async (sql: postgres.Sql): Promise<void> => {
  await sql`update basic.edits_run set finished_at = now() where version = ${EDITS_VERSION}`;
};
