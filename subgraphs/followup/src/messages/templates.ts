import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, encodeId, type Label, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MessageTemplateResolvers,
  MessageTemplateVersionResolvers,
  MutationSaveMessageTemplateArgs,
} from '../generated/resolvers.ts';
import type { MessageTemplateModel, MessageTemplateVersionModel } from '../models.ts';
import { templateProblems } from './text.ts';

const p = sql.placeholder;
const [LONGEST_NAME, MOST, MOST_VERSIONS] = [100, 200, 1000];

const all = sqlStatement<MessageTemplateVersionModel>(sql`
  select * from followup.message_template where institution_id = ${p('institution')}::uuid
  order by id, version desc`);
const insert = sqlStatement<{ id: string }>(sql`
  insert into followup.message_template (institution_id, id, version, name, occasion, channel, title, words, retired, changed_by)
  select ${p('institution')}::uuid, ${p('id')}::uuid, ${p('after')}::smallint + 1, ${p('name')}, ${p('occasion')}, ${p('channel')},
    ${p('title')}::text::jsonb, ${p('words')}::text::jsonb, ${p('retired')}::boolean, ${p('by')}
  where ${p('after')}::smallint = (select coalesce(max(t.version), 0) from followup.message_template t
      where t.institution_id = ${p('institution')}::uuid and t.id = ${p('id')}::uuid)
    and not exists (select 1 from followup.message_template t where t.institution_id = ${p('institution')}::uuid
      and t.id = ${p('id')}::uuid and (t.occasion, t.channel) <> (${p('occasion')}, ${p('channel')}))
  on conflict do nothing returning id`);

/** Templates of the reader's institution: by name, retired ones last. */
export const listTemplates = async ({
  session,
  principal,
}: SubgraphContext): Promise<MessageTemplateModel[]> => {
  const rows = await session.run(all, { institution: principal.institutionId });
  return [...Map.groupBy(rows, ({ id }) => id).values()]
    .flatMap((versions) => {
      const [latest] = versions;
      return latest === undefined ? [] : [{ ...latest, versions }];
    })
    .toSorted(
      (a, b) => Number(a.retired) - Number(b.retired) || a.name.localeCompare(b.name, 'zh'),
    );
};

interface StoredTemplate {
  readonly template: MessageTemplateModel | null;
  readonly problems: readonly Label[];
}

const NOT_KEPT: Label = {
  en: 'It was changed meanwhile, or is no template of your institution; read it again.',
  zh: '模板已被他人修改，或不属于本机构，请重新读取。',
};
const MANY: Label = {
  en: `An institution has ${MOST} templates at most.`,
  zh: `每个机构最多${MOST}个模板。`,
};

/** Keeps a template, or says what is to be corrected. @throws BAD_USER_INPUT */
export const saveTemplate = async (
  { id: given, after: read, template }: MutationSaveMessageTemplateArgs,
  context: SubgraphContext,
): Promise<StoredTemplate> => {
  const { session, principal } = context;
  const name = template.name.trim();
  if (name.length === 0 || name.length > LONGEST_NAME)
    throw badInput(`\`name\` must have 1 to ${LONGEST_NAME} characters.`);
  const after = read ?? 0;
  if (after < 0 || after >= MOST_VERSIONS || (given == null) !== (after === 0))
    throw badInput('`after` is the version that was read, and left out of a new template.');
  const { occasion, channel } = template;
  const letter = channel === 'LETTER';
  const words = {
    title: letter
      ? { en: template.titleEn.trim(), zh: template.titleZh.trim() }
      : { en: '', zh: '' },
    text: { en: template.textEn.trim(), zh: template.textZh.trim() },
  };
  const problems = templateProblems(words, occasion, channel);
  if (problems.length > 0) return { template: null, problems };
  const known = await listTemplates(context);
  if (given == null && known.length >= MOST) return { template: null, problems: [MANY] };
  const id = given == null ? uuidv7() : decodeOne('MessageTemplate', given);
  await session.audit('change', [], { messageTemplate: id, after });
  const inserted = await session.run(insert, {
    ...{ institution: principal.institutionId, id, after, name, occasion, channel },
    ...{ title: JSON.stringify(words.title), words: JSON.stringify(words.text) },
    ...{ retired: template.retired ?? false, by: principal.accountId },
  });
  if (inserted.length === 0) return { template: null, problems: [NOT_KEPT] };
  const found = (await listTemplates(context)).find((one) => one.id === id) ?? null;
  return { template: found, problems: [] };
};

export const MessageTemplate: MessageTemplateResolvers = {
  id: ({ id }) => encodeId('MessageTemplate', id),
  text: ({ words }) => words,
  versions: ({ versions }) => [...versions],
};

export const MessageTemplateVersion: MessageTemplateVersionResolvers = {
  text: ({ words }) => words,
};
