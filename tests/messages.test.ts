import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identityCipher, type Principal } from '@nodp/database';
import { encodeId, executorOf, nationalDay } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { csvPart, hl7v2, ingest } from '@nodp/intake';
import { followup } from '@nodp/subgraph-followup';
import { parse } from 'graphql';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeathsEndpoint } from '../apps/gateway/src/deaths/endpoint.ts';
import { deliverMessagesJob } from '../apps/gateway/src/messages/deliver-messages-job.ts';
import { createMessageEndpoint } from '../apps/gateway/src/messages/endpoint.ts';
import { messageReports } from '../apps/gateway/src/messages/reports.ts';
import { outbound } from '../apps/gateway/src/outbound.ts';
import { createOutcomeEndpoint } from '../apps/gateway/src/outcomes/endpoint.ts';
import { isSigned, signedHeaders } from '../apps/gateway/src/services/signature.ts';
import { everyone, hospitals, identityKey } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));
const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const site = 'https://nodp.example.org';
const cipher = identityCipher({ identityKey });

let db: Setting;
let server: Server;
let gateway: { url: string; secret: string };
/** What the operator's gateway heard, and how it answers. */
const heard: { headers: Headers; body: string }[] = [];
let answer: () => Promise<{ status: number; body?: object }> | { status: number; body?: object };

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

let key: string;
let number: string;
let patientId: string;
let contact: string;
let sent = 0;

/** A resident identity number whose check character holds. */
const residentNumber = (serial: number): string => {
  const body = `11010519491231${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
};
const person = (more: object = {}) =>
  patient(key, {
    name: [{ text: '王小明' }],
    birthDate: '1949-12-31',
    identifier: [{ value: key }, { system: 'urn:oid:2.16.156.10011.1.3', value: number }],
    telecom: [{ system: 'phone', value: '13800000001' }],
    address: [{ text: '北京市海淀区学院路1号' }],
    ...more,
  });
const appointment = (id: string, day: string, status = 'booked') => ({
  ...{ resourceType: 'Appointment', id, status, description: '肺癌术后复查' },
  ...{ start: `${day}T09:30:00+08:00`, end: `${day}T09:45:00+08:00` },
  participant: [{ actor: { reference: `urn:uuid:${key}` }, status: 'accepted' }],
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

const ask = async (
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
const KEEP = `mutation ($id: ID, $after: Int, $t: MessageTemplateInput!) { keepMessageTemplate(id: $id, after: $after, template: $t) {
  template { id version name versions { version } } problems { en } } }`;
const template = (more: object = {}) => ({
  ...{ name: '预约提醒', occasion: 'APPOINTMENT', channel: 'LETTER' },
  ...{ titleEn: 'Your appointment', titleZh: '预约提醒' },
  textEn: 'Dear {name}, come on {date} at {time} ({what}). {institution}',
  textZh: '{name}：请于{date} {time}前来（{what}）。{institution}',
  ...more,
});
const sms = (more: object = {}) =>
  template({
    ...{
      channel: 'SMS',
      textEn: '{institution}: {date} {time}',
      textZh: '{institution}：{date} {time}',
    },
    ...more,
  });
const keep = async (t: object, of: object = {}, who?: Principal) => {
  const { data, messages } = await ask(KEEP, { t, ...of }, who);
  expect(messages).toEqual([]);
  return data.keepMessageTemplate;
};
const templateId = async (t: object): Promise<string> => (await keep(t)).template.id;
const PLAN = `mutation ($about: ID!, $template: ID!, $language: MessageLanguage!, $sendOn: PartialDate, $token: String) {
  planMessage(about: $about, template: $template, language: $language, sendOn: $sendOn, token: $token) {
    message { id state occasion channel sendOn } problem { en } } }`;
const plan = async (t: object, more: object = {}, who?: Principal) => {
  const { data, messages } = await ask(
    PLAN,
    { about: contact, template: await templateId(t), language: 'zh', ...more },
    who,
  );
  expect(messages).toEqual([]);
  return data.planMessage;
};
const act = async (id: string, what: string, who?: Principal) => {
  const { data, messages } = await ask(
    'mutation ($id: ID!, $act: MessageAct!) { actOnMessage(id: $id, act: $act) { message { state } problem { en } } }',
    { id, act: what },
    who,
  );
  expect(messages).toEqual([]);
  return data.actOnMessage;
};
const states = async () =>
  (
    await db.owner`select state, reason, problem, attempts, sealed_token is not null as holds from followup.message
      where patient_id = ${patientId} order by planned_at, id`
  ).map((row) => ({ ...row }));
const deliver = (with_: { url: string; secret: string } | null = gateway) =>
  deliverMessagesJob({
    ...{ ownerUrl: db.ownerUrl, database: db.database, identityKey, gateway: with_, site },
    send: outbound(['127.0.0.1']),
  }).run({
    ...{ id: 'j', parameters: {}, requestedBy: 'test', attempt: 1 },
    signal: new AbortController().signal,
    progress: async () => {},
  });
const post = async (path: string, body: object, who: Principal | null = coordinator) => {
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

test('a template is checked word by word, kept in versions, and is its institution’s own', async () => {
  const wrong = await keep(
    sms({ textEn: 'Dear {name}, {when}', textZh: '{date', titleEn: 'x', name: '短信' }),
  );
  expect(wrong.template).toBeNull();
  const told = wrong.problems.map(({ en }: { en: string }) => en).join('\n');
  for (const part of ['{name}', '{when}', '{date} is missing', 'brace'])
    expect(told).toContain(part);
  const first = await keep(template());
  expect(first.template).toMatchObject({ version: 1, name: '预约提醒' });
  const { id } = first.template;
  const second = await keep(template({ textEn: '{date}!' }), { id, after: 1 });
  expect(second.template.versions).toEqual([{ version: 2 }, { version: 1 }]);
  // Read before somebody else changed it; made into another kind; of another institution.
  expect((await keep(template(), { id, after: 1 })).template).toBeNull();
  expect((await keep(sms(), { id, after: 2 })).template).toBeNull();
  const stranger = principalOf('FOLLOWUP_COORDINATOR', hospitals.there);
  expect((await keep(template(), { id, after: 2 }, stranger)).template).toBeNull();
  const { data } = await ask('{ messageTemplates { id } }', {}, stranger);
  expect(data.messageTemplates).toEqual([]);
  for (const role of ['CLINICIAN', 'DATA_MANAGER', 'SYSTEM', 'RESEARCHER'] as const)
    expect(
      (await ask('{ messageTemplates { id } messages { totalCount } }', {}, everyone[role]))
        .messages,
    ).not.toEqual([]);
});

test('what is planned is shown as it will go out; a text message names neither the patient nor the disease', async () => {
  const letter = await templateId(template());
  const preview = await post('preview', { about: contact, template: letter, language: 'zh' });
  expect(preview).toMatchObject({
    status: 200,
    cache: 'no-store',
    name: '王小明',
    address: '北京市海淀区学院路1号',
    phone: null,
  });
  expect(preview.text).toMatch(/^王小明：请于\d{4}年\d+月\d+日 09:30前来（肺癌术后复查）。/);
  const { message } = await plan(sms());
  expect(message).toMatchObject({ state: 'WAITING', channel: 'SMS', sendOn: inDays(0) });
  expect((await plan(sms())).problem.en).toContain('waits already');
  const text = await post('text', { message: message.id });
  expect(text).toMatchObject({ status: 200, name: null, address: null, phone: '13800000001' });
  expect(JSON.stringify(text)).not.toMatch(/王小明|肺癌/);
  // Nothing of it lies in the table.
  const [stored] =
    await db.owner`select row_to_json(m)::text as text from followup.message m where patient_id = ${patientId}`;
  expect(stored?.text).not.toMatch(/王小明|13800000001|海淀|肺癌/);
  for (const [who, status] of [
    [null, 401],
    [everyone.CLINICIAN, 403],
    [principalOf('FOLLOWUP_COORDINATOR', hospitals.there), 404],
  ] as const)
    expect((await post('text', { message: message.id }, who)).status).toBe(status);
  const looks =
    await db.owner`select detail from basic.audit where ${patientId} = any(patient_ids) and operation = 'POST /messages/text'`;
  expect(looks.length).toBeGreaterThanOrEqual(1);
});

test('a link, a plan and a recall are written about; the token stays under the cipher until it leaves', async () => {
  const token = randomBytes(32).toString('base64url');
  const questionnaire = randomUUID();
  await db.owner`insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, made_by, expires_at)
    values (${patientId}, ${questionnaire}, ${hospitals.here}, ${createHash('sha256').update(token).digest()}, '{48}', 'x', now() + interval '5 days')`;
  await db.owner`insert into followup.screening_standing (patient_id, programme, institution_id, step, due_on, sort_on, rule_version)
    values (${patientId}, 'lung', ${hospitals.here}, 'recalled', ${inDays(9)}, ${inDays(9)}, 1)`;
  const about = encodeId('SymptomQuestionnaire', patientId, questionnaire);
  const ofLink = sms({
    occasion: 'QUESTIONNAIRE',
    textEn: '{until}: {link}',
    textZh: '{until}：{link}',
  });
  expect((await plan(ofLink, { about })).problem.en).toContain('made');
  expect(
    (await plan(ofLink, { about, token: randomBytes(32).toString('base64url') })).problem,
  ).not.toBeNull();
  expect((await plan(ofLink, { about, token })).problem).toBeNull();
  const [{ id: planId } = {}] =
    await db.owner`select id from followup.plan where patient_id = ${patientId}`;
  const ofPlan = template({ occasion: 'PLAN', textEn: '{what} {date}', textZh: '{what} {date}' });
  expect(
    (await plan(ofPlan, { about: encodeId('FollowupPlan', patientId, planId) })).problem,
  ).toBeNull();
  const recall = template({
    occasion: 'SCREENING_RECALL',
    textEn: '{programme} {date}',
    textZh: '{programme} {date}',
  });
  expect(
    (await plan(recall, { about: `${encodeId('Patient', patientId)}.lung`, sendOn: inDays(1) }))
      .problem,
  ).toBeNull();
  // A template of another kind, and one in the past.
  expect((await plan(recall)).problem.en).toContain('template');
  expect(
    (
      await ask(PLAN, {
        about: contact,
        template: await templateId(template()),
        language: 'en',
        sendOn: inDays(-1),
      })
    ).messages,
  ).not.toEqual([]);
  expect((await states()).map(({ holds }) => holds)).toEqual([true, false, false]);
  await deliver();
  expect(heard.map(({ body }) => JSON.parse(body).data.text)).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${site}/questionnaire#${token}`),
      expect.stringMatching(/^术后随访 \d{4}年/),
    ]),
  );
  expect((await states()).map(({ state, holds }) => [state, holds])).toEqual([
    ['SENT', false],
    ['SENT', false],
    ['WAITING', false],
  ]);
});

test('the gateway is handed what it needs and no more, signed; its report is believed by its signature', async () => {
  const letter = (await plan(template())).message;
  await plan(sms());
  expect(await deliver(null)).toMatchObject({ sent: 0 });
  expect(await deliver()).toEqual({ sent: 2, failed: 0, cancelled: 0, waiting: 0 });
  for (const { headers, body } of heard) expect(isSigned(secret, headers, body)).toBe(true);
  const bodies = heard.map(({ body }) => JSON.parse(body));
  const short = bodies.find(({ type }) => type === 'message.sms');
  expect(Object.keys(short.data).sort()).toEqual(['id', 'language', 'phone', 'text']);
  const long = bodies.find(({ type }) => type === 'message.letter');
  expect(Object.keys(long.data).sort()).toEqual([
    'address',
    'id',
    'language',
    'name',
    'text',
    'title',
  ]);
  expect(await deliver()).toMatchObject({ sent: 0 });
  const reports = new Hono<{ Variables: { requestId: string } }>();
  reports.use('*', (c, next) => {
    c.set('requestId', randomUUID());
    return next();
  });
  reports.route('/', messageReports({ ownerUrl: db.ownerUrl, database: db.database, gateway }));
  const report = async (body: string, headers: object = signedHeaders(secret, 'r1', body)) =>
    (await reports.request('/', { method: 'POST', body, headers: { ...headers } })).status;
  const good = JSON.stringify({ id: long.data.id, state: 'delivered' });
  expect(
    await report(
      good,
      signedHeaders(`whsec_${Buffer.alloc(32, 1).toString('base64')}`, 'r1', good),
    ),
  ).toBe(401);
  expect(await report(good)).toBe(200);
  expect(await report(good)).toBe(200);
  const bad = JSON.stringify({ id: short.data.id, state: 'failed', reason: '空号' });
  expect(await report(bad)).toBe(200);
  expect(await report(JSON.stringify({ id: randomUUID(), state: 'delivered' }))).toBe(404);
  expect(await report('{')).toBe(400);
  expect(await states()).toMatchObject([
    { state: 'DELIVERED' },
    { state: 'FAILED', reason: 'GATEWAY', problem: '空号' },
  ]);
  expect((await act(letter.id, 'CANCEL')).message).toBeNull();
});

test('what is not taken is tried again with back-off, refused at once where nothing would change, and sent again by a person', async () => {
  const { message } = await plan(sms());
  answer = () => ({ status: 503 });
  expect(await deliver()).toMatchObject({ waiting: 1 });
  expect(await deliver()).toMatchObject({ waiting: 0 });
  for (let attempt = 2; attempt <= 8; attempt++) {
    await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
    await deliver();
  }
  expect(await states()).toMatchObject([{ state: 'FAILED', reason: 'GATEWAY', attempts: 8 }]);
  answer = () => ({ status: 422, body: { reason: '号码无效' } });
  expect((await act(message.id, 'SEND_AGAIN')).message.state).toBe('WAITING');
  expect(await deliver()).toMatchObject({ failed: 1 });
  expect(await states()).toMatchObject([{ state: 'FAILED', problem: '号码无效', attempts: 1 }]);
  await db.send(person({ telecom: undefined }));
  await act(message.id, 'SEND_AGAIN');
  await deliver();
  expect(await states()).toMatchObject([{ state: 'FAILED', reason: 'NO_NUMBER' }]);
  await act(message.id, 'SEND_AGAIN');
  expect((await act(message.id, 'SENT_BY_HAND')).message.state).toBe('SENT');
});

test('an appointment that was called off, or moved, is not written about as it was', async () => {
  await plan(template());
  await db.send(bundle('batch', person(), appointment(`a${key}`, inDays(5)) as never));
  await deliver();
  const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  expect(JSON.parse(heard[0]?.body ?? '{}').data.text).toContain(
    day.format(new Date(`${inDays(5)}T12:00:00+08:00`)),
  );
  await plan(sms());
  await db.send(bundle('batch', person(), appointment(`a${key}`, inDays(5), 'cancelled') as never));
  expect(await deliver()).toMatchObject({ sent: 0, cancelled: 1 });
  expect((await plan(sms())).problem.en).toContain('nothing left');
});

const outcome = async (body: object) =>
  createOutcomeEndpoint({ database: db.database, intake })(
    new Request('http://localhost/contact-outcomes', {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: JSON.stringify({ patient: encodeId('Patient', patientId), on: inDays(0), ...body }),
    }),
    { principal: coordinator, requestId: 'test', callerRequestId: null } as never,
  );

test('who refuses further contacts is written to no more', async () => {
  await plan(template());
  expect((await outcome({ outcome: 'REFUSED' })).status).toBe(200);
  expect(await states()).toMatchObject([{ state: 'CANCELLED', reason: 'REFUSED' }]);
  expect((await plan(template())).problem.en).toContain('refuses');
});

const take = (channel: 'hl7v2' | 'csv', content: string) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, {
      channel,
      format:
        channel === 'hl7v2'
          ? hl7v2(intake)
          : csvPart(intake.fhir, intake.csv, { kind: 'patient', line: 2, encoding: 'utf-8' }),
      content: Buffer.from(content),
    }),
  );

/** Every way in which a death arrives. */
const deaths: Readonly<Record<string, () => Promise<unknown>>> = {
  'FHIR, as a date': () => db.send(bundle('batch', person({ deceasedDateTime: inDays(-1) }))),
  'FHIR, without a date': () => db.send(bundle('batch', person({ deceasedBoolean: true }))),
  'HL7 v2': () =>
    take(
      'hl7v2',
      [
        'MSH|^~\\&|HIS|H1|NODP|N|20260601||ADT^A08|1|P|2.5.1||||||UNICODE UTF-8',
        'EVN|A08|20260601',
        [
          'PID',
          '1',
          '',
          `${key}^^^^MR`,
          '',
          '王^小明',
          '',
          '19491231',
          'M',
          ...Array(20).fill(''),
          '20260601',
          'Y',
        ].join('|'),
      ].join('\r'),
    ),
  CSV: () =>
    take(
      'csv',
      `patient_id,name,sex,birth_date,vital_status,death_date\n${key},王小明,male,1949-12-31,dead,2026-06-01\n`,
    ),
  'a contact’s outcome': () => outcome({ outcome: 'DIED', died: '2026-06' }),
  'the register of deaths': () =>
    createDeathsEndpoint({ database: db.database, intake, cipher })(
      new Request('http://localhost/deaths', {
        method: 'POST',
        headers: { 'x-nodp-csrf': '1' },
        body: `name,national_id,birth_date,death_date,cause\n王小明,${number},1949-12-31,${inDays(-1)},C34.1\n`,
      }),
      { principal: coordinator, requestId: 'test', callerRequestId: null } as never,
    ),
  'being joined to a patient who died': async () => {
    await db.send(patient(`n${key}`, { deceasedDateTime: inDays(-1) }));
    await db.send(
      person({ link: [{ type: 'replaced-by', other: { reference: `Patient/n${key}` } }] }),
    );
    const [kept] =
      await db.owner`select patient_id from patients.patient_source where source_id = ${`n${key}`}`;
    patientId = kept?.patient_id;
  },
};

test.each(Object.keys(deaths))('no letter to the dead: a death by %s', async (way) => {
  await plan(template());
  await plan(sms(), { sendOn: inDays(30) });
  answer = () => ({ status: 503 });
  await deliver();
  await deaths[way]?.();
  const dead = { state: 'CANCELLED', reason: 'DEATH', holds: false };
  expect(await states()).toMatchObject([dead, dead]);
  expect(
    await db.count('followup.questionnaire', `patient_id = '${patientId}' and state = 'OPEN'`),
  ).toBe(0);
  const { data } = await ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { followupPlans { status closedAt } messages { state } } } }`,
    { r: [{ __typename: 'Patient', id: encodeId('Patient', patientId) }] },
  );
  expect(data._entities[0].followupPlans).toEqual([
    { status: 'active', closedAt: expect.any(String) },
  ]);
  heard.length = 0;
  await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
  expect(await deliver()).toMatchObject({ sent: 0 });
  expect(heard).toEqual([]);
  const [row] =
    await db.owner`select patient_id, id from followup.message where patient_id = ${patientId} limit 1`;
  const id = encodeId('Message', row?.patient_id, row?.id);
  for (const what of ['SEND_AGAIN', 'SENT_BY_HAND'])
    expect((await act(id, what)).message).toBeNull();
  const [same] = await db.owner`select id from followup.contact where patient_id = ${patientId}`;
  expect(
    (await plan(template(), { about: encodeId('FollowupContact', patientId, same?.id) })).problem
      .en,
  ).toContain('died');
});

test('no letter to the dead: a death while a delivery runs waits for the one message under way, and nothing follows', async () => {
  await plan(template());
  let taken: () => void = () => {};
  const underWay = new Promise<void>((done) => {
    taken = done;
  });
  let let_: () => void = () => {};
  const held = new Promise<void>((done) => {
    let_ = done;
  });
  answer = async () => {
    taken();
    await held;
    return { status: 202 };
  };
  const delivering = deliver();
  await underWay;
  // Planned and due after the job read its list, and one that another job would find.
  await plan(sms());
  let noted = false;
  const death = db.send(bundle('batch', person({ deceasedDateTime: inDays(0) }))).then(() => {
    noted = true;
  });
  await expect
    .poll(
      async () =>
        (
          await db.owner`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
        )[0]?.n,
    )
    .toBeGreaterThan(0);
  // Another job, while the death waits: it passes over what the death holds.
  const other = deliver();
  expect(noted).toBe(false);
  let_();
  await Promise.all([delivering, death, other]);
  const told = (await states()).map(({ state }) => state);
  // What was handed over before the death was on record stays sent.
  expect(told[0]).toBe('SENT');
  const before = heard.length;
  await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
  await deliver();
  expect(heard).toHaveLength(before);
  expect((await states()).every(({ state }) => state !== 'WAITING')).toBe(true);
});

test('no letter to the dead: what is planned while a death is being noted is refused', async () => {
  const planned = await db.owner.begin(async (transaction) => {
    await transaction`update patients.patient set vital_status = 'DEAD' where patient_id = ${patientId}`;
    const begun = plan(template());
    await expect
      .poll(
        async () =>
          (
            await db.owner`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
          )[0]?.n,
      )
      .toBe(1);
    return { begun };
  });
  expect((await planned.begun).problem.en).toContain('died');
  expect(await states()).toEqual([]);
});
