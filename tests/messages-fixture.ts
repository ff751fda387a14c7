/** A patient to whom letters and text messages are planned, and the operator’s gateway that hears them. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identityCipher, type Principal } from '@nodp/database';
import { encodeId, executorOf, nationalDay } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { followup } from '@nodp/subgraph-followup';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { deliverMessagesJob } from '../apps/gateway/src/messages/deliver-messages-job.ts';
import { createMessageEndpoint } from '../apps/gateway/src/messages/endpoint.ts';
import { outbound } from '../apps/gateway/src/outbound.ts';
import { createOutcomeEndpoint } from '../apps/gateway/src/outcomes/endpoint.ts';
import { hospitals, identityKey } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

export const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
export const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));
export const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
export const site = 'https://nodp.example.org';
export const cipher = identityCipher({ identityKey });

export let db: Setting;
let server: Server;
export let gateway: { url: string; secret: string };
/** What the operator's gateway heard, and how it answers. */
export const heard: { headers: Headers; body: string }[] = [];
let answer: () => Promise<{ status: number; body?: object }> | { status: number; body?: object };

export let key: string;
export let number: string;
export let patientId: string;
export let contact: string;
export let sent = 0;

/** A resident identity number whose check character holds. */
const residentNumber = (serial: number): string => {
  const body = `11010519491231${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
};
export const person = (more: object = {}) =>
  patient(key, {
    name: [{ text: '王小明' }],
    birthDate: '1949-12-31',
    identifier: [{ value: key }, { system: 'urn:oid:2.16.156.10011.1.3', value: number }],
    telecom: [{ system: 'phone', value: '13800000001' }],
    address: [{ text: '北京市海淀区学院路1号' }],
    ...more,
  });
export const appointment = (id: string, day: string, status = 'booked') => ({
  ...{ resourceType: 'Appointment', id, status, description: '肺癌术后复查' },
  ...{ start: `${day}T09:30:00+08:00`, end: `${day}T09:45:00+08:00` },
  participant: [{ actor: { reference: `urn:uuid:${key}` }, status: 'accepted' }],
});

export const ask = async (
  question: string,
  variables: Readonly<Record<string, unknown>> = {},
  who: Principal = coordinator,
) => {
  const services = { database: db.database, identityKey, report: () => {}, resources: {} };
  const { data, errors = [] } = await executorOf(
    followup,
    services,
  )({
    document: parse(question),
    ...{ variables, principal: who, requestId: 'test' },
  });
  return {
    // biome-ignore lint/suspicious/noExplicitAny: answers of a graph are read as they come
    data: JSON.parse(JSON.stringify(data ?? null)) as any,
    messages: errors.map(({ message }) => message),
  };
};
const KEEP = `mutation ($id: ID, $after: Int, $t: MessageTemplateInput!) { saveMessageTemplate(id: $id, after: $after, template: $t) {
  template { id version name versions { version } } problems { en } } }`;
export const template = (more: object = {}) => ({
  ...{ name: '预约提醒', occasion: 'APPOINTMENT', channel: 'LETTER' },
  ...{ titleEn: 'Your appointment', titleZh: '预约提醒' },
  textEn: 'Dear {name}, come on {date} at {time} ({what}). {institution}',
  textZh: '{name}：请于{date} {time}前来（{what}）。{institution}',
  ...more,
});
export const sms = (more: object = {}) =>
  template({
    ...{
      channel: 'SMS',
      textEn: '{institution}: {date} {time}',
      textZh: '{institution}：{date} {time}',
    },
    ...more,
  });
export const keep = async (t: object, of: object = {}, who?: Principal) => {
  const { data, messages } = await ask(KEEP, { t, ...of }, who);
  expect(messages).toEqual([]);
  return data.saveMessageTemplate;
};
export const templateId = async (t: object): Promise<string> => (await keep(t)).template.id;
export const PLAN = `mutation ($about: ID!, $template: ID!, $language: MessageLanguage!, $sendOn: PartialDate, $token: String) {
  planMessage(about: $about, template: $template, language: $language, sendOn: $sendOn, token: $token) {
    message { id state occasion channel sendOn } problem { en } } }`;
export const plan = async (t: object, more: object = {}, who?: Principal) => {
  const { data, messages } = await ask(
    PLAN,
    { about: contact, template: await templateId(t), language: 'zh', ...more },
    who,
  );
  expect(messages).toEqual([]);
  return data.planMessage;
};
export const act = async (id: string, what: string, who?: Principal) => {
  const { data, messages } = await ask(
    'mutation ($id: ID!, $act: MessageAct!) { actOnMessage(id: $id, act: $act) { message { state } problem { en } } }',
    { id, act: what },
    who,
  );
  expect(messages).toEqual([]);
  return data.actOnMessage;
};
export const states = async () =>
  (
    await db.owner`select state, reason, problem, attempts, sealed_token is not null as holds from followup.message
      where patient_id = ${patientId} order by planned_at, id`
  ).map((row) => ({ ...row }));
export const deliver = (with_: { url: string; secret: string } | null = gateway) =>
  deliverMessagesJob({
    ...{ ownerUrl: db.ownerUrl, database: db.database, identityKey, gateway: with_, site },
    send: outbound(['127.0.0.1']),
  }).run({
    ...{ id: 'j', parameters: {}, requestedBy: 'test', attempt: 1 },
    signal: new AbortController().signal,
    progress: async () => {},
  });
export const post = async (path: string, body: object, who: Principal | null = coordinator) => {
  const endpoint = createMessageEndpoint({
    ...{ database: db.database, cipher, url: site },
    hasGateway: true,
  });
  const response = await endpoint(
    new Request(`http://localhost/messages/${path}`, {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: JSON.stringify(body),
    }),
    { principal: who, requestId: 'test', callerRequestId: null } as never,
  );
  return {
    status: response.status,
    cache: response.headers.get('cache-control'),
    ...((await response.json()) as { text?: string; name?: string | null }),
  };
};

export const outcome = async (body: object) =>
  createOutcomeEndpoint({ database: db.database, intake })(
    new Request('http://localhost/contact-outcomes', {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: JSON.stringify({ patient: encodeId('Patient', patientId), on: inDays(0), ...body }),
    }),
    { principal: coordinator, requestId: 'test', callerRequestId: null } as never,
  );

/** How the operator’s gateway answers from now on. */
export const answerWith = (how: typeof answer): void => {
  answer = how;
};

/** The patient's records are another's from now on. */
export const becamePatient = (id: string): void => {
  patientId = id;
};

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withMessages = (): void => {
  beforeAll(async () => {
    db = await setUp();
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      heard.push({ headers: new Headers(request.headers as Record<string, string>), body });
      const { status, body: told } = await answer();
      response.writeHead(status).end(told === undefined ? '' : JSON.stringify(told));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    gateway = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/m`, secret };
  });
  afterAll(async () => {
    server.close();
    await db.end();
  });
  beforeEach(async () => {
    sent += 1;
    key = `p${randomUUID().slice(0, 8)}`;
    number = residentNumber(sent);
    heard.length = 0;
    answer = () => ({ status: 202 });
    await db.send(
      bundle(
        'batch',
        person(),
        cancer(`c${key}`, `urn:uuid:${key}`),
        appointment(`a${key}`, inDays(3)) as never,
        {
          ...{ resourceType: 'CarePlan', id: `l${key}`, status: 'active', intent: 'plan' },
          ...{ title: '术后随访', subject: { reference: `urn:uuid:${key}` } },
        } as never,
      ),
    );
    const [row] =
      await db.owner`select patient_id, id from followup.contact where source_id = ${`a${key}`}`;
    patientId = row?.patient_id;
    contact = encodeId('FollowupContact', patientId, row?.id);
  });
};
