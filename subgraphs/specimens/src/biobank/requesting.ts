import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, encodeId, type SubgraphContext } from '@nodp/graph';
import { SITE_GROUPS } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  MutationDecideSpecimenRequestArgs,
  MutationReceiveShipmentArgs,
  MutationReserveSpecimensArgs,
  MutationShipSpecimensArgs,
  SpecimenRequestInput,
  SpecimenResultInput,
} from '../generated/resolvers.ts';
import { amountOf, bounded, celsiusOf, many, term, text, usesOf } from './inputs.ts';
import { requestOf } from './lists.ts';
import type { RequestRow } from './model.ts';
import { expectDone, type Refused, refusal } from './refusals.ts';
import { isPreservation, isSampleType, isUnit } from './rules/terms.ts';

const p = sql.placeholder;
const ask = sqlStatement<{ state: string }>(
  sql`select specimens.ask_specimens(${p('asked')}::jsonb) as state`,
);
const decide = sqlStatement<{ done: boolean }>(sql`
  select specimens.decide_request(${p('id')}::uuid, ${p('approved')}::boolean, ${p('members')}::text, ${p('reason')}::text) as done`);
const reserve = sqlStatement<{ answer: Refused }>(sql`
  select specimens.reserve_specimens(${p('id')}::uuid, ${p('specimens')}::uuid[], ${p('kept')}::boolean) as answer`);
const ship = sqlStatement<{ answer: Refused }>(sql`
  select specimens.ship_request(${p('id')}::uuid, ${p('number')}::text, ${p('courier')}::text, ${p('celsius')}::float8) as answer`);
const receive = sqlStatement<{ done: boolean }>(sql`
  select specimens.receive_shipment(${p('id')}::uuid, ${p('celsius')}::float8, ${p('condition')}::text) as done`);
const bring = sqlStatement<{ done: boolean }>(sql`
  select specimens.bring_result(${p('id')}::uuid, ${p('new')}::uuid, ${p('barcode')}::text, ${p('what')}::text, ${p('value')}::text,
    ${p('number')}::float8, ${p('unit')}::text) as done`);

const changed = async (id: string, context: SubgraphContext): Promise<RequestRow> => {
  const row = await requestOf(id, context);
  if (row === null) throw refusal({ state: 'NOT_WAITING' });
  return row;
};

const siteOf = (site: string | null | undefined): string | null => {
  if (site == null || site === '') return null;
  if (!SITE_GROUPS.some(({ id }) => id === site))
    throw badInput(`\`siteGroup\`: “${site}” is no site group. / “${site}”不是癌种。`);
  return site;
};

const optional = (field: string, words: string | null | undefined, most: number): string | null =>
  words == null || words.trim() === '' ? null : text(field, words, 1, most);

export const askSpecimens = async (
  input: SpecimenRequestInput,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const id = uuidv7();
  const asked = {
    id,
    institution_id: decodeOne('Institution', input.institution),
    requester_name: context.principal.name,
    title: text('title', input.title, 3, 200),
    purpose: text('purpose', input.purpose, 3, 2000),
    cohort_hash: optional('cohortHash', input.cohortHash, 64),
    cohort_words:
      input.cohortEn == null
        ? null
        : {
            en: text('cohortEn', input.cohortEn, 1, 4000),
            zh: text('cohortZh', input.cohortZh ?? input.cohortEn, 1, 4000),
          },
    site_group: siteOf(input.siteGroup),
    type: term('type', input.type, isSampleType),
    preservation:
      input.preservation == null ? null : term('preservation', input.preservation, isPreservation),
    min_amount: input.minAmount == null ? null : amountOf('minAmount', input.minAmount),
    unit: input.unit == null ? null : term('unit', input.unit, isUnit),
    wanted: bounded('wanted', input.wanted, 1, 500),
    uses: usesOf(input.uses),
  };
  if ((asked.min_amount === null) !== (asked.unit === null))
    throw badInput(
      '`minAmount` and `unit` go together: give both or neither. / 最少量与单位须同时给出。',
    );
  const [answer] = await context.session.run(ask, { asked });
  if (answer?.state === 'UNKNOWN') throw refusal({ state: 'UNKNOWN_INSTITUTION' });
  expectDone(answer, 'MADE');
  return changed(encodeId('SpecimenRequest', id), context);
};

export const decideRequest = async (
  { id, approved, members, reason }: MutationDecideSpecimenRequestArgs,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const [answer] = await context.session.run(decide, {
    id: decodeOne('SpecimenRequest', id),
    approved,
    members: text('members', members, 2, 500),
    reason: text('reason', reason, 3, 2000),
  });
  if (answer?.done !== true) throw refusal({ state: 'NOT_WAITING' });
  return changed(id, context);
};

export const reserveSpecimens = async (
  { request, specimens, kept }: MutationReserveSpecimensArgs,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const [found] = await context.session.run(reserve, {
    id: decodeOne('SpecimenRequest', request),
    specimens: [
      ...new Set(many('specimens', specimens, 500).map((id) => decodeOne('BankedSpecimen', id))),
    ],
    kept,
  });
  expectDone(found?.answer, 'DONE');
  return changed(request, context);
};

export const shipSpecimens = async (
  { request, number, courier, celsius }: MutationShipSpecimensArgs,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const [found] = await context.session.run(ship, {
    id: decodeOne('SpecimenRequest', request),
    number: text('number', number, 1, 60),
    courier: text('courier', courier, 1, 100),
    celsius: celsiusOf(celsius),
  });
  expectDone(found?.answer, 'SHIPPED');
  return changed(request, context);
};

export const receiveShipment = async (
  { request, celsius, condition }: MutationReceiveShipmentArgs,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const [answer] = await context.session.run(receive, {
    id: decodeOne('SpecimenRequest', request),
    celsius: celsiusOf(celsius),
    condition: text('condition', condition, 2, 500),
  });
  if (answer?.done !== true) throw refusal({ state: 'NOT_UNDER_WAY' });
  return changed(request, context);
};

export const bringResult = async (
  input: SpecimenResultInput,
  context: SubgraphContext,
): Promise<RequestRow> => {
  const [answer] = await context.session.run(bring, {
    id: decodeOne('SpecimenRequest', input.request),
    new: uuidv7(),
    barcode: text('barcode', input.barcode, 1, 60),
    what: text('what', input.what, 1, 200),
    value: text('value', input.value, 1, 2000),
    number: input.number ?? null,
    unit: optional('unit', input.unit, 20),
  });
  if (answer?.done !== true) throw refusal({ state: 'NOT_OF_REQUEST' });
  return changed(input.request, context);
};
