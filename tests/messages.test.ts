import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { encodeId } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { messageReports } from '../apps/gateway/src/messages/reports.ts';
import { isSigned, signedHeaders } from '../apps/gateway/src/services/signature.ts';
import { everyone, hospitals } from './fixtures.ts';
import { bundle } from './intake/examples.ts';
import {
  act,
  answerWith,
  appointment,
  ask,
  contact,
  db,
  deliver,
  gateway,
  heard,
  inDays,
  keep,
  key,
  outcome,
  PLAN,
  patientId,
  person,
  plan,
  post,
  secret,
  site,
  sms,
  states,
  template,
  templateId,
  withMessages,
} from './messages-fixture.ts';

withMessages();

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
  answerWith(() => ({ status: 503 }));
  expect(await deliver()).toMatchObject({ waiting: 1 });
  expect(await deliver()).toMatchObject({ waiting: 0 });
  for (let attempt = 2; attempt <= 8; attempt++) {
    await db.owner`update followup.message set next_at = now() where patient_id = ${patientId}`;
    await deliver();
  }
  expect(await states()).toMatchObject([{ state: 'FAILED', reason: 'GATEWAY', attempts: 8 }]);
  answerWith(() => ({ status: 422, body: { reason: '号码无效' } }));
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

test('who refuses further contacts is written to no more', async () => {
  await plan(template());
  expect((await outcome({ outcome: 'REFUSED' })).status).toBe(200);
  expect(await states()).toMatchObject([{ state: 'CANCELLED', reason: 'REFUSED' }]);
  expect((await plan(template())).problem.en).toContain('refuses');
});
