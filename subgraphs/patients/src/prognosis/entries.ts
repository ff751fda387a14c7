import { query, type Session, sqlStatement, statement } from '@nodp/database';
import { decodePair, rowsByPatient, type SubgraphContext } from '@nodp/graph';
import {
  FieldError,
  INPUTS,
  type InputId,
  isInput,
  type KnownInputs,
  nationalDay,
  readField,
} from '@nodp/oncology';
import { asc, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { reportIds } from '../kinds/tumour/reports-of.ts';
import { tumourRow, tumourRows } from '../kinds/tumour/rows.ts';
import { prognosisEntry } from './table.ts';

const p = sql.placeholder;

/** Everything entered for a patient's tumours, in the order of time. */
export const entryRows = rowsByPatient(
  statement(
    query
      .select()
      .from(prognosisEntry)
      .where(sql`${prognosisEntry.patientId} = any(${p('ids')})`)
      .orderBy(asc(prognosisEntry.enteredAt), asc(prognosisEntry.id)),
  ),
);

export type EntryRow = typeof prognosisEntry.$inferSelect;

const add = sqlStatement<never>(sql`
  insert into ${prognosisEntry} (patient_id, id, tumour_id, institution_id, input, value, entered_by)
  values (${p('patientId')}::uuid, ${p('id')}::uuid, ${p('tumourId')}::uuid, ${p('institution')}::uuid, ${p('input')},
    ${p('value')}, ${p('by')})`);

/** The entries of a tumour that hold, as inputs of its scores. */
export const enteredInputs = (entries: readonly EntryRow[]): KnownInputs => {
  const latest = new Map(entries.map((entry) => [entry.input, entry]));
  return Object.fromEntries(
    [...latest.values()].flatMap(({ input, value, enteredBy, enteredAt }) => {
      if (value === null || !isInput(input)) return [];
      const read = readField(input, INPUTS[input], value) as string | number | boolean | null;
      if (read === null) return [];
      const source = { en: `entered by ${enteredBy}`, zh: `由${enteredBy}填写` };
      return [[input, { value: read, source, date: nationalDay(new Date(enteredAt)) }] as const];
    }),
  );
};

interface Change {
  readonly stored: boolean;
  readonly problem: { readonly en: string; readonly zh: string } | null;
}

const refused = (en: string, zh: string): Change => ({ stored: false, problem: { en, zh } });
const NO_TUMOUR = refused(
  'There is no such primary tumour in your care.',
  '您负责的患者中没有此原发肿瘤。',
);
const RETAINED: Change = { stored: true, problem: null };

interface Place {
  readonly patientId: string;
  readonly tumourId: string;
  readonly input: InputId;
}

const placeOf = async (
  { tumour, input }: { readonly tumour: string; readonly input: string },
  context: SubgraphContext,
): Promise<Place | Change> => {
  const { patientId, id } = decodePair('Tumour', tumour);
  const row = await context.once(tumourRow).load({ patientId, id });
  if (row === null || row.kind !== 'PRIMARY') return NO_TUMOUR;
  if (!isInput(input)) return refused(`No score asks for “${input}”.`, `没有评分使用“${input}”。`);
  return { patientId, tumourId: id, input };
};

const write = async (
  session: Session,
  { patientId, tumourId, input }: Place,
  value: string | null,
): Promise<Change> => {
  const { accountId: by, institutionId: institution } = session.principal;
  await session.audit('change', [patientId], { prognosis: input, entered: value !== null });
  await session.run(add, {
    ...{ patientId, tumourId, institution, input, value, by },
    id: uuidv7(),
  });
  return RETAINED;
};

/** Why a typed value cannot be read as its input; null where it can. */
const problemOf = (input: InputId, value: string): Change | null => {
  const field = INPUTS[input];
  try {
    if (readField(input, field, value) === null)
      return refused('Nothing was entered.', '未填写任何值。');
    return null;
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return refused(`${field.label.en}: ${error.message}.`, `${field.label.zh}：${error.chinese}。`);
  }
};

const MOST = 100;

/** Keeps what was typed with who and when; nothing that the input does not take. */
export const enterInput = async (
  args: { readonly tumour: string; readonly input: string; readonly value?: string | null },
  context: SubgraphContext,
): Promise<Change> => {
  const place = await placeOf(args, context);
  if ('stored' in place) return place;
  const value = args.value ?? null;
  if (value !== null && value.length > MOST)
    return refused(`A value has ${MOST} characters at most.`, `值最多${MOST}个字符。`);
  const problem = value === null ? null : problemOf(place.input, value);
  return problem ?? write(context.session, place, value === null ? null : value.trim());
};

/** Writes what held before the latest entry, as an entry of its own. */
export const undoInput = async (
  args: { readonly tumour: string; readonly input: string },
  context: SubgraphContext,
): Promise<Change> => {
  const place = await placeOf(args, context);
  if ('stored' in place) return place;
  const [all, tumours] = await Promise.all([
    context.once(entryRows).load(place.patientId),
    context.once(tumourRows).load(place.patientId),
  ]);
  const reports = new Set(reportIds(place.tumourId, tumours));
  const entries = all.filter(
    ({ tumourId, input }) => reports.has(tumourId) && input === place.input,
  );
  if (entries.length === 0) return refused('Nothing was entered.', '未填写任何值。');
  return write(context.session, place, entries.at(-2)?.value ?? null);
};
