import { join } from 'node:path';
import { badInput } from '@nodp/graph';
import { geneSymbolOf } from '@nodp/terminology/genes';
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

const MOST_GENES = 30;
const MOST_TRACKS = 6;
/** Tables that say something of a person, not of an event. */
const TRACK_TABLES: readonly string[] = ['cases', 'persons'];

const checkedGenes = (given: readonly string[]): string[] => {
  const genes = [...new Set(given)];
  if (genes.length > MOST_GENES)
    throw badInput(`Ask for at most ${MOST_GENES} genes. / 最多 ${MOST_GENES} 个基因。`);
  const unknown = genes.find((gene) => geneSymbolOf(null, gene) !== gene);
  if (unknown !== undefined)
    throw badInput(`“${unknown}” is no HGNC symbol. / “${unknown}”不是 HGNC 基因符号。`);
  return genes;
};

/** Columns of cases and of persons whose rows were granted. */
const checkedTracks = (given: readonly string[], { grant }: Place) => {
  const tracks = [...new Set(given)];
  if (tracks.length > MOST_TRACKS)
    throw badInput(`Ask for at most ${MOST_TRACKS} tracks. / 最多 ${MOST_TRACKS} 条临床轨道。`);
  const granted = rowElements(grant.elements).filter(({ table }) => TRACK_TABLES.includes(table));
  return tracks.map((track) => {
    const found = granted.find(({ table, column }) => `${table}.${column}` === track);
    if (found === undefined)
      throw refusal({
        en: `Rows of ${track} were not granted, or it says nothing of a person.`,
        zh: `未获准查看${track}的逐行数据，或该数据项不属于人员层面。`,
      });
    return found;
  });
};

/**
 * Persons by alterations of genes, a column a person, of the rows that the project may see. The look is in the access audit before anything
 * is shown.
 * @throws BAD_USER_INPUT that says why there is none
 */
export const workspaceOncoprint = async (
  context: Context,
  asked: {
    readonly project: string;
    readonly release: number;
    readonly genes: readonly string[];
    readonly tracks: readonly string[];
  },
) => {
  const { session, resources } = context;
  const place = await placeOf(session, asked.project, asked.release);
  const genes = checkedGenes(asked.genes);
  const tracks = checkedTracks(asked.tracks, place);
  const granted = rowElements(place.grant.elements).filter(({ table }) => table === 'variants');
  if (!['gene', 'result'].every((column) => granted.some((one) => one.column === column)))
    throw refusal({
      en: 'A column of one person is drawn where rows of variants.gene and variants.result were granted. Compare cohorts for the form whose columns are groups of persons.',
      zh: '仅在获准查看variants.gene与variants.result的逐行数据时，才能逐人绘制。可在“队列比较”中查看按人群汇总的形式。',
    });
  const file = rowsFileOf(context, place);
  const found =
    file === null
      ? null
      : await statementsOf(resources.releases).run(session.principal.accountId, {
          ...{ kind: 'oncoprint', file, genes, tracks },
        });
  if (found === null)
    throw refusal({
      en: 'No rows can be seen in this workspace.',
      zh: '此工作区没有可查看的逐行数据。',
    });
  if (found.kind === 'refused') throw refusal(found.words);
  if (found.kind !== 'oncoprint') throw new Error(`An oncoprint was answered by ${found.kind}.`);
  const { kind: _, ...shown } = found;
  await session.audit('read', [], {
    ...{ project: place.project.id, release: asked.release, workspace: 'ONCOPRINT' },
    ...{ rows: shown.columns.length, genes: shown.genes.map(({ gene }) => gene) },
    tracks: [...asked.tracks],
  });
  return {
    ...shown,
    tracks: shown.tracks.map(({ table, column, value }) => ({ name: `${table}.${column}`, value })),
    mark: markOf(context, place),
  };
};
