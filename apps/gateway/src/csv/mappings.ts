import {
  type Database,
  originOf,
  type Principal,
  type RequestOrigin,
  sqlStatement,
} from '@nodp/database';
import { type CsvMapping, csvMapping, type KindProfile, mappingIssue } from '@nodp/intake';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';

const p = sql.placeholder;

/** A mapping as it is saved. */
export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly definition: CsvMapping;
}

const newest = sqlStatement<SavedMapping>(sql`
  select id, name, version, made_by as "madeBy", made_at as "madeAt", definition from (
    select distinct on (name) id, name, version, made_by, made_at, definition from basic.csv_mapping
    order by name, version desc
  ) as each where definition is not null order by name`);

const saved = sqlStatement<{ version: number }>(sql`
  insert into basic.csv_mapping (id, institution_id, name, version, definition, made_by)
  select ${p('id')}::uuid, ${p('institution')}::uuid, ${p('name')}::text,
    1 + coalesce((select max(version) from basic.csv_mapping where name = ${p('same')}::text), 0),
    ${p('definition')}::text::jsonb, ${p('account')}::text
  returning version`);

/** Mappings that an institution saved. */
const MOST = 200;

/** What is said of a mapping that cannot be saved. */
export interface MappingRefused {
  readonly status: 404 | 409 | 422;
  readonly en: string;
  readonly zh: string;
}

/** The mappings of files with a header of their own, by institution. */
export const mappingStore = (database: Database, profiles: readonly KindProfile[]) => {
  const session = <T>(
    principal: Principal,
    origin: RequestOrigin,
    work: Parameters<Database['session']>[1],
  ): Promise<T> =>
    database.session(principal, work, {
      ...originOf(origin),
      operation: '/csv/mappings',
    }) as Promise<T>;

  const all = (principal: Principal, origin: RequestOrigin): Promise<readonly SavedMapping[]> =>
    session(principal, origin, (of) => of.run(newest));

  const write = async (
    principal: Principal,
    origin: RequestOrigin,
    name: string,
    definition: CsvMapping | null,
  ): Promise<number> => {
    const [row] = await session<{ version: number }[]>(principal, origin, async (of) => {
      await of.audit('change', [], { mapping: name, retired: definition === null });
      return of.run(saved, {
        id: uuidv7(),
        institution: principal.institutionId,
        name,
        same: name,
        definition: definition === null ? null : JSON.stringify(definition),
        account: principal.accountId,
      });
    });
    return row?.version ?? 1;
  };

  return {
    all,
    /** Saves a mapping as the next version of its name. */
    save: async (
      principal: Principal,
      origin: RequestOrigin,
      sent: unknown,
    ): Promise<{ readonly name: string; readonly version: number } | MappingRefused> => {
      const read = v.safeParse(csvMapping, sent);
      if (!read.success) {
        const [issue] = read.issues;
        const place = v.getDotPath(issue) ?? '';
        return {
          status: 422,
          en: `The mapping is not as it has to be (${place}): ${issue.message}.`,
          zh: `映射格式有误（${place}）：${issue.message}。`,
        };
      }
      const wrong = mappingIssue(read.output, profiles);
      if (wrong !== null)
        return {
          status: 422,
          en: `${wrong.reason.en} ${wrong.remedy.en}`,
          zh: `${wrong.reason.zh}${wrong.remedy.zh}`,
        };
      const { name } = read.output;
      const before = await all(principal, origin);
      if (before.length >= MOST && !before.some((one) => one.name === name))
        return {
          status: 409,
          en: `${MOST} mappings are saved. Take one out of use first.`,
          zh: `已保存 ${MOST} 个映射，请先停用其中之一。`,
        };
      return { name, version: await write(principal, origin, name, read.output) };
    },
    /** Takes a mapping out of use; what was read by it stays as it is. */
    retire: async (
      principal: Principal,
      origin: RequestOrigin,
      name: string,
    ): Promise<MappingRefused | null> => {
      const found = (await all(principal, origin)).some((one) => one.name === name);
      if (!found)
        return { status: 404, en: `There is no mapping “${name}”.`, zh: `没有映射“${name}”。` };
      await write(principal, origin, name, null);
      return null;
    },
  };
};

export type MappingStore = ReturnType<typeof mappingStore>;
