import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { SavedReportInput } from '../generated/resolvers.ts';
import { refusal } from '../questions/words.ts';
import { reportTemplate } from '../tables.ts';

const MOST_TEMPLATES = 100;
const MOST_BLOCKS = 24;
const MOST_QUESTIONS = 6;
const LONGEST = { name: 120, address: 12_000, text: 12_000, question: 8000 } as const;

export interface SavedBlock {
  readonly text: string | null;
  /** JSON of a question each. */
  readonly questions: readonly string[];
}

export interface SavedReportRow {
  readonly name: string;
  readonly address: string;
  /** JSON of blocks. */
  readonly blocks: string;
  readonly savedAt: string;
}

const own = sqlStatement<SavedReportRow>(sql`
  select name, address, blocks, saved_at from ${reportTemplate}
  where account_id = ${sql.placeholder('account')} order by saved_at desc, name limit ${sql.raw(String(MOST_TEMPLATES))}`);

const save = sqlStatement<SavedReportRow>(sql`
  insert into ${reportTemplate} (account_id, name, address, blocks, saved_at)
  select ${sql.placeholder('account')}::text, ${sql.placeholder('name')}::text, ${sql.placeholder('address')}::text,
    ${sql.placeholder('blocks')}::text, now()
  where ${sql.placeholder('name')}::text in (select name from ${reportTemplate} where account_id = ${sql.placeholder('account')}::text)
    or (select count(*) from ${reportTemplate} where account_id = ${sql.placeholder('account')}::text) < ${sql.raw(String(MOST_TEMPLATES))}
  on conflict (account_id, name) do update set address = excluded.address, blocks = excluded.blocks, saved_at = excluded.saved_at
  returning name, address, blocks, saved_at`);

const remove = sqlStatement<{ readonly name: string }>(sql`
  delete from ${reportTemplate}
  where account_id = ${sql.placeholder('account')} and name = ${sql.placeholder('name')} returning name`);

const tooLong = (what: { en: string; zh: string }, length: number, most: number): void => {
  if (length > most)
    throw refusal({
      en: `${what.en} has ${length} signs. Shorten it to ${most} at most.`,
      zh: `${what.zh}有${length}个字符，最多${most}个。`,
    });
};

/** Whether a text is JSON of an object: what asks the graph with it again is the graph's to judge. */
const isQuestion = (text: string): boolean => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

const blocksOf = ({ blocks }: SavedReportInput): SavedBlock[] => {
  if (blocks.length > MOST_BLOCKS)
    throw refusal({
      en: `The report has ${blocks.length} blocks. Divide it: ${MOST_BLOCKS} at most.`,
      zh: `报告有${blocks.length}个部分，最多${MOST_BLOCKS}个，请拆分。`,
    });
  return blocks.map(({ text, questions }, i) => {
    const asked = questions ?? [];
    tooLong({ en: `Text ${i + 1}`, zh: `第${i + 1}部分的文字` }, text?.length ?? 0, LONGEST.text);
    for (const one of asked)
      tooLong(
        { en: `A question of block ${i + 1}`, zh: `第${i + 1}部分的提问` },
        one.length,
        LONGEST.question,
      );
    if (
      (text == null) === (asked.length === 0) ||
      asked.length > MOST_QUESTIONS ||
      !asked.every(isQuestion)
    )
      throw refusal({
        en: `Block ${i + 1} is neither a text nor 1 to ${MOST_QUESTIONS} questions as JSON objects.`,
        zh: `第${i + 1}部分既不是文字，也不是1至${MOST_QUESTIONS}个JSON提问。`,
      });
    return { text: text ?? null, questions: asked };
  });
};

export const savedReports = (session: Session): Promise<SavedReportRow[]> =>
  session.run(own, { account: session.principal.accountId });

/** @throws BAD_USER_INPUT where a part is too long, is no question, or the account has no room for one more */
export const saveReport = async (
  session: Session,
  report: SavedReportInput,
): Promise<SavedReportRow> => {
  const name = report.name.trim();
  if (name === '')
    throw refusal({ en: 'The report has no name. Give it one.', zh: '报告没有名称，请填写。' });
  tooLong({ en: 'The name', zh: '名称' }, name.length, LONGEST.name);
  tooLong({ en: 'The address', zh: '地址' }, report.address.length, LONGEST.address);
  const [row] = await session.run(save, {
    ...{ account: session.principal.accountId, name, address: report.address },
    blocks: JSON.stringify(blocksOf(report)),
  });
  if (row === undefined)
    throw refusal({
      en: `${MOST_TEMPLATES} reports are saved already. Remove one first.`,
      zh: `已保存${MOST_TEMPLATES}份报告，请先删除一份。`,
    });
  return row;
};

export const removeReport = async (session: Session, name: string): Promise<boolean> =>
  (await session.run(remove, { account: session.principal.accountId, name })).length > 0;
