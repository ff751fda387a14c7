import { type Role, roles } from '@nodp/database';
import { encodeId, type IdKind } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samples } from './access/gateway-arguments.ts';
import { openTo } from './access/gateway-roles.ts';
import { type AskWhole, supergraph, wholeGraph } from './whole-graph.ts';
import { type WholeNation, wholeNation } from './whole-nation.ts';

/**
 * Whoever is shown an identified patient stands in the access audit when the answer leaves: every field of every root is asked
 * for, and the patients whose ids or names are in the answer have to be those of the audit's rows. `npm run attack` asks as
 * every role for every field by every root; a run of the tests asks each field by one root as a clinician, and each type by every.
 */
const thorough = process.env.npm_lifecycle_event === 'attack';

let whole: WholeNation;
let schema: GraphQLSchema;
let ask: AskWhole;
let examples: Readonly<Record<string, string>>;
/** Patients by each of their names that is one person's alone. */
const named = new Map<string, string>();

beforeAll(async () => {
  whole = await wholeNation();
  schema = buildASTSchema(transformSupergraphToPublicSchema(parse(await supergraph())));
  ask = await wholeGraph({ ...whole, releases: () => createReleases({ folder: 'none' }) });
  const { sql, institution } = whole;
  // Rows that lead from a root field to a patient of the institution.
  const one = async (kind: IdKind, table: string, more = ''): Promise<string> => {
    const rows = await sql.unsafe(
      `select * from ${table} where institution_id = $1 ${more} order by patient_id limit 1`,
      [institution],
    );
    expect(rows, table).toHaveLength(1);
    return encodeId(kind, rows[0]?.patient_id, ...(kind === 'Patient' ? [] : [rows[0]?.id]));
  };
  const ids: Record<string, string> = {
    pat: await one('Patient', 'imaging.lesion'),
    tum: await one('Tumour', 'patients.tumour', "and kind = 'PRIMARY'"),
    tsk: await one('Task', 'patients.task'),
    les: await one('Lesion', 'imaging.lesion'),
    con: await one('FollowupContact', 'followup.contact'),
    ins: encodeId('Institution', institution),
  };
  const meant = (text: string) =>
    text.replace(/\b([a-z]{3})_A{22,43}\b/g, (none, prefix) => ids[prefix] ?? none);
  examples = Object.fromEntries(
    Object.entries(samples.arguments).map(([field, text]) => [field, meant(text)]),
  );
  const clinician = principalOf('CLINICIAN', institution);
  const { data } = await ask(
    clinician,
    '{ patients(first: 200) { edges { node { id identity { name } } } } }',
  );
  for (const { node } of data?.patients?.edges ?? [])
    if (!named.delete(node.identity.name))
      named.set(node.identity.name, patientsIn(node.id)[0] as string);
  expect(named.size).toBeGreaterThan(20);
}, 180_000);
afterAll(() => whole?.end());

/** The patients that a text names by the opaque ids of them or of their records. */
const patientsIn = (text: string): string[] =>
  [...text.matchAll(/\b([a-z]{3})_([\w-]{22,43})(?![\w-])/g)].flatMap(([, , rest = '']) => {
    const hex = Buffer.from(rest, 'base64url').subarray(0, 16).toString('hex');
    return hex.length < 32 ? [] : [hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')];
  });

interface Step {
  readonly path: string;
  readonly query: string;
}

const ownFields = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));

/** With the id of whatever has one, so that an answer names whose it is; ids are columns and look nobody up. */
const withId = (type: GraphQLObjectType): string => ('id' in type.getFields() ? 'id ' : '');

/**
 * Ways from one root: to every field of every type that `known` does not hold yet, and to every type that it holds.
 */
const waysFrom = (rootField: string, known: Set<string>): Step[] => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const found: Step[] = [];
  const seen = new Set([query.name]);
  let open: { type: GraphQLObjectType; path: string; wrap: (s: string) => string }[] = [
    { type: query, path: '', wrap: (s) => s },
  ];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { type, path, wrap } of open) {
      const first = type === query || thorough || !known.has(type.name);
      known.add(type.name);
      for (const field of ownFields(type)) {
        if (type === query && field.name !== rootField) continue;
        const step = `${type.name}.${field.name}`;
        const given = examples[step] ?? '';
        const object = getNamedType(field.type);
        const below = isObjectType(object);
        const select = (s: string) =>
          wrap(
            `${type === query ? '' : withId(type)}${field.name}${given}${below ? ` { ${s} }` : ''}`,
          );
        const here = `${path} > ${step}`;
        const fresh = below && !seen.has(object.name);
        if (first || fresh)
          found.push({
            path: here,
            query: `{ ${select(below ? `__typename ${withId(object)}` : '')} }`,
          });
        if (fresh) {
          seen.add(object.name);
          next.push({ type: object, path: here, wrap: select });
        }
      }
    }
    open = next;
  }
  return found;
};

/** Every text of an answer. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const walkAs = async (role: Role, all: Set<string>) => {
  const principal = principalOf(role, whole.institution);
  const unseen: string[] = [];
  let asked = 0;
  let shown = 0;
  const roots = Object.keys(openTo).filter(
    (field) => field.startsWith('Query.') && openTo[field]?.includes(role),
  );
  const known = new Set<string>();
  // By a patient first, so that its fields are asked of it alone.
  roots.sort((a, b) => Number(b === 'Query.patient') - Number(a === 'Query.patient'));
  for (const rootField of roots) {
    for (const { path, query } of waysFrom(rootField.replace('Query.', ''), known)) {
      const [before] = await whole.sql`select coalesce(max(number), 0) as number from basic.audit`;
      const { data } = await ask(principal, query);
      asked++;
      if (data === null) continue;
      const met = new Set(
        textsIn(data).flatMap((text) => [...patientsIn(text), ...(named.get(text) ?? [])]),
      );
      const patients = [...met].filter((id) => all.has(id));
      if (patients.length === 0) continue;
      shown++;
      const rows = await whole.sql`
        select unnest(patient_ids) as id from basic.audit where number > ${before?.number} and account_id = ${principal.accountId}`;
      const audited = new Set(rows.map(({ id }) => id));
      const missing = patients.filter((id) => !audited.has(id));
      if (missing.length > 0)
        unseen.push(`${role}${path}: ${missing.length} of ${patients.length}`);
    }
  }
  return { unseen, asked, shown };
};

test('every field that shows an identified patient leaves a row of the audit', async () => {
  const rows = await whole.sql`select patient_id as id from patients.patient`;
  const all = new Set(rows.map(({ id }) => id as string));
  const clinician = await walkAs('CLINICIAN', all);
  expect(clinician.unseen).toEqual([]);
  // What shows nobody proves nothing.
  expect(clinician.shown).toBeGreaterThan(500);
  if (!thorough) return;
  for (const role of roles.filter((one) => one !== 'CLINICIAN')) {
    const { unseen, shown } = await walkAs(role, all);
    expect(unseen, role).toEqual([]);
    if (['RESEARCHER', 'POLICYMAKER', 'ADMINISTRATOR'].includes(role)) expect(shown, role).toBe(0);
  }
}, 3_600_000);

/** Remembers whose rows a statement changes, of every table that has them. */
const watchChanges = async () => {
  const { sql } = whole;
  await sql.unsafe(`create table public.changed (patient_id uuid primary key);
    create function public.note_change() returns trigger language plpgsql security definer as $$
    begin
      insert into public.changed select coalesce(new.patient_id, old.patient_id)
        where coalesce(new.patient_id, old.patient_id) is not null on conflict do nothing;
      return null;
    end $$`);
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'patient_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('basic', 'patients', 'specimens', 'imaging', 'followup')`;
  for (const { name } of tables)
    await sql.unsafe(`create trigger audit_walk after insert or update or delete on ${name}
      for each row execute function public.note_change()`);
  return tables.length;
};

test('every mutation is in the audit before its answer, with whom it names and whose rows it changes', async () => {
  expect(await watchChanges()).toBeGreaterThan(20);
  const { sql, institution } = whole;
  let named = 0;
  let changing = 0;
  for (const field of ownFields(schema.getMutationType() as GraphQLObjectType)) {
    const step = `Mutation.${field.name}`;
    const as = thorough ? (openTo[step] ?? []) : (openTo[step] ?? []).slice(0, 1);
    expect(as.length, step).toBeGreaterThan(0);
    for (const role of as) {
      const given = examples[step] ?? '';
      const principal = principalOf(role, institution);
      await sql`truncate public.changed`;
      const [before] = await sql`select coalesce(max(number), 0) as number from basic.audit`;
      const selected = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
      const { data, codes } = await ask(principal, `mutation { ${field.name}${given}${selected} }`);
      const rows = await sql`
        select action, account_id, role, institution_id, operation, purpose, request_id, detail, patient_ids from basic.audit
        where number > ${before?.number} order by number`;
      const who = `${step} as ${role} (${data === null ? codes : 'answered'})`;
      const change = rows.find(({ action, detail }) => action === 'change' && detail?.fields);
      expect(change, who).toMatchObject({
        account_id: principal.accountId,
        role,
        institution_id: institution,
        request_id: 'test',
        detail: { fields: [field.name] },
      });
      expect(change?.operation, who).toBeTruthy();
      expect(change?.purpose, who).toBeTruthy();
      const meant = [...given.matchAll(/\bpat_[\w-]{22}|\b[a-z]{3}_[\w-]{43}/g)].flatMap(([id]) =>
        patientsIn(id),
      );
      if (meant.length > 0) named++;
      expect(change?.patient_ids, who).toEqual(expect.arrayContaining(meant));
      // A claim that is opened anew stands under a key that is no patient's yet.
      const changed = await sql`
        select patient_id as id from public.changed join patients.patient using (patient_id)`;
      if (changed.length > 0) changing++;
      const recorded = rows.flatMap(({ patient_ids }) => patient_ids);
      expect(recorded, who).toEqual(expect.arrayContaining(changed.map(({ id }) => id)));
    }
  }
  // What names and changes nobody proves nothing.
  expect(named).toBeGreaterThan(30);
  expect(changing).toBeGreaterThanOrEqual(5);
}, 600_000);
