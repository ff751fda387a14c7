import { join } from 'node:path';
import { folderOf } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import { refusal } from '../saved/refusal.ts';
import { countedColumns, describedColumn, rowElements } from './columns.ts';
import { disclosedAnswer, type ShownAnswer } from './disclosed-answer.ts';
import { type Place, placeOf } from './place.ts';
import { rowsOf } from './rows-ready.ts';
import { statementsOf } from './run.ts';

/** What a project sees of a release. @throws BAD_USER_INPUT */
export const workspaceOf = async (
  { session, resources: { releases } }: Context,
  { project: id, release }: { readonly project: string; readonly release: number },
) => {
  const place = await placeOf(session, id, release);
  const { project, grant } = place;
  const rows = rowsOf(releases, place);
  const tables = Map.groupBy(grant.elements, ({ table }) => table);
  return {
    project,
    release,
    rows: rows.state,
    problem: rows.state === 'REFUSED' ? rows.problem : null,
    minimumCell: releases.rule.minimumCell,
    tables: [...tables].map(([name, elements]) => ({
      name,
      columns: elements.map(describedColumn),
    })),
  };
};

const rowsFileOf = (context: Context, place: Place): string | null => {
  const rows = rowsOf(context.resources.releases, place);
  if (rows.state === 'PREPARING')
    throw refusal({
      en: 'The rows of the project are being prepared. Ask again in a moment.',
      zh: '本课题的逐行数据正在准备，请稍后再试。',
    });
  return rows.state === 'READY' ? rows.file : null;
};

/** Who may be told of the rows of an answer, in the answer itself. */
const markOf = ({ session }: Context, { project, release }: Place): string =>
  `${project.title} · ${session.principal.accountId} · ${release.number} · ${new Date().toISOString()}`;

/**
 * Answers a statement in a workspace: rows where what it reads was granted as rows, else counts of persons through disclosure
 * control. What was asked is in the access audit before anything is shown.
 * @throws BAD_USER_INPUT that says why it is refused; COUNTS_SPENT
 */
export const answerStatement = async (
  context: Context,
  {
    project: id,
    release,
    sql: given,
  }: { readonly project: string; readonly release: number; readonly sql: string },
): Promise<ShownAnswer & { readonly mark: string; readonly milliseconds: number }> => {
  const { session, resources } = context;
  const since = performance.now();
  const place = await placeOf(session, id, release);
  const sql = given.trim();
  const file = rowsFileOf(context, place);
  const tables = [...new Set(rowElements(place.grant.elements).map(({ table }) => table))];
  const found = await statementsOf(resources.releases).run(session.principal.accountId, {
    kind: 'ask',
    sql,
    rows: file === null ? null : { file, tables },
    counted: {
      folder: join(resources.releases.folder, folderOf(release)),
      tables: countedColumns(place.grant.elements),
      sites: place.grant.sites,
    },
  });
  if (found.kind === 'refused') throw refusal(found.words);
  if (found.kind !== 'rows' && found.kind !== 'persons')
    throw new Error(`A statement was answered by ${found.kind}.`);
  const shown: ShownAnswer =
    found.kind === 'rows'
      ? { ...found, kind: 'ROWS' }
      : await disclosedAnswer(context, place, found, sql);
  await session.audit('read', [], {
    ...{ project: place.project.id, release, workspace: shown.kind, rows: shown.rows.length, sql },
  });
  const milliseconds = Math.round(performance.now() - since);
  return { ...shown, mark: markOf(context, place), milliseconds };
};
