import { randomBytes } from 'node:crypto';
import { sqlStatement } from '@nodp/database';
import { decodeOne, encodeId, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type {
  ApiClientProblem,
  WebhookDeliveryResolvers,
  WebhookEvent,
  WebhookInput,
  WebhookResolvers,
} from '../generated/resolvers.ts';
import { institutionFor } from './client-rows.ts';

export interface WebhookRow {
  readonly id: string;
  readonly institutionId: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly disabledAt: string | null;
}
export interface WebhookDeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly occurredAt: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly deliveredAt: string | null;
  readonly deadAt: string | null;
  readonly problem: string | null;
}

interface Change {
  readonly webhook: WebhookRow | null;
  readonly secret: string | null;
  readonly problem: ApiClientProblem | null;
}

const NAMES: Readonly<Record<WebhookEvent, string>> = {
  RECORD_HELD: 'record.held',
  ALERT_OPENED: 'alert.opened',
  PATIENT_MOVED: 'patient.moved',
};
const eventOf = (name: string): WebhookEvent => {
  const found = (Object.entries(NAMES) as [WebhookEvent, string][]).find(([, one]) => one === name);
  if (found === undefined) throw new Error(`There is no event ${name}.`);
  return found[0];
};

const MOST_WEBHOOKS = 20;
const p = sql.placeholder;
const columns = sql`id, institution_id, url, events, created_by, created_at, disabled_at`;
const all = sqlStatement<WebhookRow>(sql`select ${columns} from basic.webhook
  order by disabled_at is not null, created_at desc, id limit 500`);
const one = sqlStatement<WebhookRow>(
  sql`select ${columns} from basic.webhook where id = ${p('id')}::uuid`,
);
const add =
  sqlStatement(sql`insert into basic.webhook (id, institution_id, url, events, secret, created_by)
  values (${p('id')}::uuid, ${p('institution')}::uuid, ${p('url')}, ${p('events')}::text[], ${p('secret')}, ${p('by')})`);
const inUse = sqlStatement<{ n: number }>(sql`select count(*)::int as n from basic.webhook
  where institution_id = ${p('institution')}::uuid and disabled_at is null`);
const disable = sqlStatement<{ id: string }>(sql`update basic.webhook set disabled_at = now()
  where id = ${p('id')}::uuid and disabled_at is null returning id`);
const again = sqlStatement<{
  webhookId: string;
}>(sql`update basic.webhook_delivery set next_at = now(), dead_at = null, attempts = 0
  where id = ${p('id')}::uuid and dead_at is not null returning webhook_id`);
const deliveries = sqlStatement<WebhookDeliveryRow>(sql`
  select d.id, d.webhook_id, d.event, d.occurred_at, d.attempts, d.next_at, d.delivered_at, d.dead_at, d.problem
  from unnest(${p('ids')}::uuid[]) as w(id) cross join lateral (
    select * from basic.webhook_delivery d where d.webhook_id = w.id order by d.occurred_at desc, d.id limit 20) d
  order by d.occurred_at desc, d.id`);
const waiting = sqlStatement<{ webhookId: string; n: number }>(sql`
  select webhook_id, count(*)::int as n from basic.webhook_delivery
  where webhook_id = any(${p('ids')}::uuid[]) and next_at is not null group by webhook_id`);

const deliveriesOf = ({ session }: SubgraphContext) =>
  new DataLoader<string, WebhookDeliveryRow[]>(async (ids) => {
    const found = Map.groupBy(
      await session.run(deliveries, { ids: [...ids] }),
      ({ webhookId }) => webhookId,
    );
    return ids.map((id) => found.get(id) ?? []);
  });
const waitingOf = ({ session }: SubgraphContext) =>
  new DataLoader<string, number>(async (ids) => {
    const found = new Map(
      (await session.run(waiting, { ids: [...ids] })).map(({ webhookId, n }) => [webhookId, n]),
    );
    return ids.map((id) => found.get(id) ?? 0);
  });

export const listWebhooks = ({ session }: SubgraphContext): Promise<WebhookRow[]> =>
  session.run(all);

const rowOf = async (id: string, { session }: SubgraphContext): Promise<WebhookRow | null> =>
  (await session.run(one, { id }))[0] ?? null;

const refused = (problem: ApiClientProblem): Change => ({ webhook: null, secret: null, problem });

export const addWebhook = async (
  input: WebhookInput,
  context: SubgraphContext,
): Promise<Change> => {
  const { session, principal, cipher } = context;
  const institution = institutionFor(input.institution, context);
  if (institution === null) return refused('INSTITUTION');
  const address = URL.parse(input.url);
  if (
    address === null ||
    !['https:', 'http:'].includes(address.protocol) ||
    address.username !== '' ||
    input.url.length > 500
  )
    return refused('ADDRESS');
  if (input.events.length === 0) return refused('SCOPES');
  const [count] = await session.run(inUse, { institution });
  if ((count?.n ?? 0) >= MOST_WEBHOOKS) return refused('TOO_MANY');
  const id = uuidv7();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const events = [...new Set(input.events)].map((event) => NAMES[event]);
  await session.audit('change', [], {
    webhook: id,
    added: { institution, host: address.host, events },
  });
  const sealed = Buffer.from(cipher.seal(secret)).toString('base64');
  await session.run(add, {
    id,
    institution,
    url: address.href,
    events,
    secret: sealed,
    by: principal.accountId,
  });
  return { webhook: await rowOf(id, context), secret, problem: null };
};

export const endWebhook = async (encoded: string, context: SubgraphContext): Promise<Change> => {
  const id = decodeOne('Webhook', encoded);
  await context.session.audit('change', [], { webhook: id, ended: true });
  const [done] = await context.session.run(disable, { id });
  return {
    webhook: await rowOf(id, context),
    secret: null,
    problem: done === undefined ? 'NO_CLIENT' : null,
  };
};

/** Sends a message once more that was given up. */
export const sendAgain = async (encoded: string, context: SubgraphContext): Promise<Change> => {
  const id = decodeOne('WebhookDelivery', encoded);
  const [done] = await context.session.run(again, { id });
  if (done === undefined) return refused('NO_CLIENT');
  return { webhook: await rowOf(done.webhookId, context), secret: null, problem: null };
};

export const Webhook: WebhookResolvers = {
  id: ({ id }) => encodeId('Webhook', id),
  institution: ({ institutionId }) => ({ institutionId }),
  events: ({ events }) => events.map(eventOf),
  waiting: ({ id }, _, context) => context.once(waitingOf).load(id),
  deliveries: ({ id }, _, context) => context.once(deliveriesOf).load(id),
};

export const WebhookDelivery: WebhookDeliveryResolvers = {
  id: ({ id }) => encodeId('WebhookDelivery', id),
  event: ({ event }) => eventOf(event),
};
