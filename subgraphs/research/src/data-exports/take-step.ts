import { type Session, sqlStatement } from '@nodp/database';
import { decodeOne, nationalDay } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { DataExportStepInput } from '../generated/resolvers.ts';
import { type GrantRow, grantsOf, projectOf } from '../projects/project-rows.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import type { ProjectRow } from '../saved/saved-rows.ts';
import type { DataExportRow } from './data-export.ts';
import { stillGranted } from './granted.ts';
import { queueDataExport } from './request.ts';
import { dataExportOf } from './rows.ts';
import { refusalOf, type Standing, TRANSITIONS } from './rule.ts';

const p = sql.placeholder;
const LONGEST_WORDS = 2000;
/** Days for which a released export can be taken away. */
const TAKEN_WITHIN = 14;

const lock = sqlStatement<{ id: string }>(
  sql`select id from research.data_export where id = ${p('id')}::uuid for update`,
);
const put = sqlStatement<{ id: string }>(sql`
  update research.data_export set state = ${p('state')}, share = 0, expires_on = coalesce(${p('expires')}::date, expires_on)
  where id = ${p('id')}::uuid returning id`);
const add = sqlStatement<never>(sql`
  insert into research.data_export_step (export_id, number, kind, by_id, by_name, words)
  select ${p('id')}::uuid, coalesce((select max(s.number) from research.data_export_step s where s.export_id = ${p('id')}::uuid), 0) + 1,
    ${p('kind')}, ${p('account')}, ${p('who')}::text::jsonb, ${p('words')}`);

/** How the reader stands to an export. */
export const standingOf = (
  { principal }: Session,
  row: Pick<DataExportRow, 'state' | 'requestedById' | 'elements' | 'releaseNumber' | 'sites'>,
  project: Pick<ProjectRow, 'ownerId' | 'members' | 'state'>,
  grant: GrantRow | null,
): Standing => ({
  account: principal.accountId,
  committee: principal.role === 'DATA_MANAGER' && principal.institutionId === null,
  requestedBy: row.requestedById,
  accounts: [project.ownerId, ...project.members],
  state: row.state,
  granted: project.state === 'ACTIVE' && grant !== null && stillGranted(row, grant),
});

const daysFromNow = (days: number): string => nationalDay(new Date(Date.now() + days * 86_400_000));

/**
 * Takes a step of an export, with what follows from it; the step is in the access audit too.
 * @throws BAD_USER_INPUT where the step is not open to the reader, and says why
 */
export const stepDataExport = async (
  session: Session,
  input: DataExportStepInput,
): Promise<DataExportRow> => {
  const id = decodeOne('DataExport', input.id);
  const { kind } = input;
  const words = textWithin(input.words ?? '', LONGEST_WORDS, { en: 'The text', zh: '说明' }, 0);
  const { accountId: account, name } = session.principal;
  await session.transaction(async () => {
    await session.run(lock, { id });
    const row = await dataExportOf(session, id);
    const project = row === null ? null : await projectOf(session, row.projectId);
    if (row === null || project === null)
      throw refusal({ en: 'There is no such export.', zh: '没有此导出。' });
    const [grant = null] = await grantsOf(session, [project.id]);
    const refused = refusalOf(kind, standingOf(session, row, project, grant), words);
    if (refused !== null) throw refusal(refused);
    const { to } = TRANSITIONS[kind];
    if (to !== null) {
      const expires = kind === 'RELEASE' ? daysFromNow(TAKEN_WITHIN) : null;
      const changed = await session.run(put, { id, state: to, expires });
      if (changed.length === 0)
        throw new Error('A step was open to an account that may not take it.');
    }
    await session.run(add, { id, kind, account, who: JSON.stringify(name), words });
    if (kind === 'CONSENT') await queueDataExport(session, id);
  });
  await session.audit('export', [], { dataExport: id, step: kind });
  const after = await dataExportOf(session, id);
  if (after === null) throw new Error('An export whose step was taken is not seen.');
  return after;
};
