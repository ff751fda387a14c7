import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, type SubgraphContext } from '@nodp/graph';
import { isDay } from '@nodp/record';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  CollectionInput,
  DerivationInput,
  MutationNoteSpecimensArgs,
  MutationRecordConsentArgs,
  PoolInput,
} from '../generated/resolvers.ts';
import {
  amountOf,
  celsiusOf,
  eventColumnsOf,
  many,
  specimenColumnsOf,
  text,
  usesOf,
} from './inputs.ts';
import type { DonorRow, SpecimenRow } from './model.ts';
import { expectDone, type Refused, refusal } from './refusals.ts';
import { donorById } from './rows.ts';
import { changedSpecimens, specimenOf } from './storing.ts';

const p = sql.placeholder;
const collect = sqlStatement<{ state: string }>(sql`
  select specimens.collect_specimens(${p('donor')}::jsonb, ${p('event')}::jsonb, ${p('items')}::jsonb) as state`);
const derive = sqlStatement<{ state: string }>(sql`
  select specimens.derive_specimens(${p('id')}::uuid, ${p('taken')}::numeric, ${p('celsius')}::float8, ${p('note')}::text,
    ${p('items')}::jsonb) as state`);
const pool = sqlStatement<{ state: string }>(sql`
  select specimens.pool_specimens(${p('item')}::jsonb, ${p('parts')}::jsonb, ${p('celsius')}::float8) as state`);
const note = sqlStatement<{ answer: Refused }>(sql`
  select specimens.note_specimens(${p('ids')}::uuid[], ${p('kind')}::text, ${p('celsius')}::float8, ${p('note')}::text) as answer`);
const consent = sqlStatement<{ done: boolean }>(sql`
  select specimens.record_consent(${p('donor')}::uuid, ${p('id')}::uuid, ${p('version')}::text, ${p('uses')}::text[],
    ${p('signed')}::date) as done`);
const withdraw = sqlStatement<{ reached: { specimens: number; lines: number } | null }>(
  sql`select specimens.withdraw_consent(${p('donor')}::uuid, ${p('why')}::text) as reached`,
);
const labels = sqlStatement<{ barcode: string; times: number }>(
  sql`select * from specimens.count_labels(${p('barcodes')}::text[])`,
);

const noteOf = (words: string | null | undefined): string | null =>
  words == null || words.trim() === '' ? null : text('note', words, 1, 500);

export const collectSpecimens = async (
  input: CollectionInput,
  context: SubgraphContext,
): Promise<SpecimenRow[]> => {
  const items = many('specimens', input.specimens, 100).map((one) => specimenColumnsOf(one));
  const donor = {
    id: uuidv7(),
    code: text('donor', input.donor, 1, 40),
    accession: input.accession?.trim() || null,
  };
  const [answer] = await context.session.run(collect, {
    donor,
    event: eventColumnsOf(input),
    items,
  });
  expectDone(answer, 'MADE');
  return changedSpecimens(
    items.map(({ id }) => id),
    context,
  );
};

export const deriveSpecimens = async (
  input: DerivationInput,
  context: SubgraphContext,
): Promise<SpecimenRow> => {
  const { id } = await specimenOf(input.specimen, context);
  const level = input.aliquots ? 'ALIQUOT' : 'DERIVED';
  if (input.made.length > 200) throw badInput('`made` has 200 specimens at most.');
  const [answer] = await context.session.run(derive, {
    id,
    taken: amountOf('taken', input.taken),
    celsius: celsiusOf(input.celsius),
    note: noteOf(input.note),
    items: input.made.map((one) => specimenColumnsOf(one, level)),
  });
  expectDone(answer, 'MADE');
  const [changed] = await changedSpecimens([id], context);
  return changed as SpecimenRow;
};

export const poolSpecimens = async (
  input: PoolInput,
  context: SubgraphContext,
): Promise<SpecimenRow> => {
  const item = specimenColumnsOf(input.pool);
  const parts = many('parts', input.parts, 100).map(({ specimen, amount }) => ({
    id: decodeOne('BankedSpecimen', specimen),
    amount: amountOf('amount', amount),
  }));
  if (new Set(parts.map(({ id }) => id)).size < Math.max(2, parts.length))
    throw badInput(
      '`parts` names two specimens or more, each once. / “parts”须为两个以上互不相同的样本。',
    );
  const values = { item, parts, celsius: celsiusOf(input.celsius) };
  const [answer] = await context.session.run(pool, values);
  expectDone(answer, 'MADE');
  const [made] = await changedSpecimens([item.id], context);
  return made as SpecimenRow;
};

export const noteSpecimens = async (
  { ids: given, kind, celsius, note: words }: MutationNoteSpecimensArgs,
  context: SubgraphContext,
): Promise<SpecimenRow[]> => {
  const ids = [...new Set(many('ids', given, 1000).map((id) => decodeOne('BankedSpecimen', id)))];
  const values = { ids, kind, celsius: celsiusOf(celsius), note: noteOf(words) };
  const [found] = await context.session.run(note, values);
  expectDone(found?.answer, 'NOTED');
  return changedSpecimens(ids, context);
};

const donorOf = async (id: string, context: SubgraphContext): Promise<DonorRow> => {
  const donor = await context.once(donorById).load(id);
  if (donor === null) throw refusal({ state: 'UNKNOWN_DONOR' });
  return donor;
};

export const recordConsent = async (
  { donor: given, version, uses, signedOn }: MutationRecordConsentArgs,
  context: SubgraphContext,
): Promise<DonorRow> => {
  const donor = decodeOne('BankDonor', given);
  if (!isDay(signedOn))
    throw badInput(
      '`signedOn` must be a day of the calendar, YYYY-MM-DD. / 签署日期须为 YYYY-MM-DD。',
    );
  if (signedOn > new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    throw badInput('`signedOn` lies in the future. / 签署日期不能晚于今天。');
  const [answer] = await context.session.run(consent, {
    donor,
    id: uuidv7(),
    version: text('version', version, 1, 40),
    uses: usesOf(uses),
    signed: signedOn,
  });
  if (answer?.done !== true) throw refusal({ state: 'UNKNOWN_DONOR' });
  return donorOf(donor, context);
};

export const withdrawConsent = async (given: string, reason: string, context: SubgraphContext) => {
  const id = decodeOne('BankDonor', given);
  const why = text('reason', reason, 3, 500);
  const [answer] = await context.session.run(withdraw, { donor: id, why });
  if (answer?.reached == null) throw refusal({ state: 'UNKNOWN_DONOR' });
  return { donor: await donorOf(id, context), ...answer.reached };
};

export const countLabels = async (barcodes: readonly string[], { session }: SubgraphContext) =>
  session.run(labels, { barcodes: [...new Set(many('barcodes', barcodes, 500))] });
