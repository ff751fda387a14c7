import { cohortId } from '@nodp/cohorts/engine';
import { type Session, sqlStatement } from '@nodp/database';
import { decodeOne, nationalDay } from '@nodp/graph';
import { Encrypter } from 'age-encryption';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { parseInput } from '../cohorts/definition-input.ts';
import type { DataExportInput } from '../generated/resolvers.ts';
import { inForce } from '../projects/permissions.ts';
import { type GrantRow, grantsOf, projectOf } from '../projects/project-rows.ts';
import { releaseOf } from '../release/release-rows.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import { type ProjectRow, versionByHash } from '../saved/saved-rows.ts';
import type { DataExportRow, ExportElement } from './data-export.ts';
import { dataExportOf } from './rows.ts';

const p = sql.placeholder;
/** Exports of a project that are not at their end. */
const MOST_OPEN = 20;
const LONGEST_KEY = 2500;

const insert = sqlStatement<{ id: string }>(sql`
  insert into research.data_export (id, project_id, release_number, cohort_hash, definition, sites, format, elements, recipient,
    requested_by_id, requested_by_name)
  select ${p('id')}::uuid, ${p('project')}::uuid, ${p('release')}::int, ${p('hash')}::text, ${p('definition')}::text::jsonb,
    ${p('sites')}::text[], ${p('format')}::text, ${p('elements')}::text::jsonb, ${p('recipient')}::text::jsonb, ${p('account')}::text,
    ${p('who')}::text::jsonb
  where (select count(*) from research.data_export e where e.project_id = ${p('project')}::uuid
    and e.state in ('REQUESTED', 'PROPOSED', 'CONSENTED', 'PACKED')) < ${sql.raw(String(MOST_OPEN))}
  returning id`);
const queue = sqlStatement<{ queued: boolean }>(
  sql`select research.queue_data_export(${p('id')}::uuid) as queued`,
);

/** Has the work on an export done by whichever worker there is. */
export const queueDataExport = async (session: Session, id: string): Promise<void> => {
  const [row] = await session.run(queue, { id });
  if (row?.queued !== true) throw new Error('An export that waits for work was not queued.');
};

/** @throws BAD_USER_INPUT where the key is none of age's, or one to which nothing can be encrypted (a point of low order) */
const keyOf = async (given: string): Promise<string> => {
  const key = given.trim();
  try {
    if (key.length > LONGEST_KEY) throw new RangeError('too long');
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    await encrypter.encrypt('');
  } catch {
    throw refusal({
      en: 'The key is no public key of age. Paste the one that begins with age1 (`age-keygen -y`).',
      zh: '公钥不是有效的age公钥，请粘贴以age1开头的公钥（age-keygen -y）。',
    });
  }
  return key;
};

const elementsOf = (
  asked: readonly ExportElement[] | null | undefined,
  { elements }: GrantRow,
): ExportElement[] => {
  const granted = elements
    .filter(({ permissions }) => permissions.includes('EXPORT'))
    .map(({ table, column }) => ({ table: table as string, column }));
  if (granted.length === 0)
    throw refusal({
      en: 'The project was granted no column for export. Ask for a change of the project.',
      zh: '本课题未获准导出任何数据项，请提出变更申请。',
    });
  if (asked == null || asked.length === 0) return granted;
  const beyond = asked.find(
    (one) => !granted.some(({ table, column }) => table === one.table && column === one.column),
  );
  if (beyond !== undefined)
    throw refusal({
      en: `${beyond.table}.${beyond.column} was not granted for export. Leave it out, or ask for a change of the project.`,
      zh: `${beyond.table}.${beyond.column}未获准导出，请去除该项或提出变更申请。`,
    });
  return granted.filter(({ table, column }) =>
    asked.some((one) => one.table === table && one.column === column),
  );
};

/** The persons that the project studies, as a definition on the release; null where it studies everybody granted. */
const cohortOf = async (session: Session, { application }: ProjectRow, release: number) => {
  if (application?.cohort == null) return { hash: null, definition: null };
  const version = await versionByHash(session, application.cohort);
  if (version === null)
    throw refusal({
      en: 'The cohort that the project studies is not shared with it. Share the saved cohort with the project.',
      zh: '课题所研究的队列未共享给本课题，请先共享该保存的队列。',
    });
  const { definition } = parseInput(version.definition);
  return { hash: cohortId(definition, release), definition: JSON.stringify(version.definition) };
};

/**
 * Requests an export: what has to be generalised is worked out by a job, and nothing leaves before it is consented to and released.
 * @throws BAD_USER_INPUT that says what is wrong, in both languages
 */
export const requestDataExport = async (
  session: Session,
  input: DataExportInput,
): Promise<DataExportRow> => {
  const project = await projectOf(session, decodeOne('ResearchProject', input.project));
  const { accountId: account, name } = session.principal;
  if (project === null || (project.ownerId !== account && !project.members.includes(account)))
    throw refusal({ en: 'There is no such project of yours.', zh: '没有您参与的此课题。' });
  const [grant] = await grantsOf(session, [project.id]);
  if (grant == null || project.state !== 'ACTIVE' || !inForce(grant, nationalDay(new Date())))
    throw refusal({
      en: 'The project’s grant is not in force: nothing leaves.',
      zh: '课题授权未生效，数据不得导出。',
    });
  if (!grant.releases.includes(input.release))
    throw refusal({
      en: `Release ${input.release} was not granted. Granted: ${grant.releases.join(', ')}.`,
      zh: `未获准使用发布版${input.release}，可用：${grant.releases.join('、')}。`,
    });
  if ((await releaseOf(session, input.release)) === null)
    throw refusal({
      en: `There is no release ${input.release}.`,
      zh: `没有发布版${input.release}。`,
    });
  const elements = elementsOf(input.elements, grant);
  const recipient = {
    name: textWithin(input.recipientName, 120, { en: 'The recipient’s name', zh: '接收人姓名' }),
    institution: textWithin(input.recipientInstitution, 200, {
      en: 'The recipient’s institution',
      zh: '接收单位',
    }),
    key: await keyOf(input.recipientKey),
  };
  const cohort = await cohortOf(session, project, input.release);
  const id = uuidv7();
  await session.transaction(async () => {
    const [made] = await session.run(insert, {
      ...{ id, project: project.id, release: input.release, format: input.format, account },
      ...{ hash: cohort.hash, definition: cohort.definition },
      sites: `{${grant.sites.join(',')}}`,
      elements: JSON.stringify(elements),
      recipient: JSON.stringify(recipient),
      who: JSON.stringify(name),
    });
    if (made === undefined)
      throw refusal({
        en: `The project has ${MOST_OPEN} exports that are not at their end. Take one back first.`,
        zh: `本课题已有${MOST_OPEN}个未完成的导出，请先撤回其中一个。`,
      });
    await queueDataExport(session, id);
  });
  await session.audit('export', [], { dataExport: id, project: project.id, step: 'REQUEST' });
  const row = await dataExportOf(session, id);
  if (row === null) throw new Error('An export that was requested is not seen.');
  return row;
};
