import type { Principal } from '@nodp/database';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { everyone } from '../../../../tests/fixtures.ts';
import { rulesEndpoint } from './endpoint.ts';

const post = async (
  who: Principal | null,
  body: string,
  { rule = 'page-b', headers = { 'x-nodp-csrf': '1' } as Record<string, string> } = {},
) => {
  const app = new Hono<{ Variables: { principal: Principal | null } }>();
  app.use('*', async (c, next) => {
    c.set('principal', who);
    await next();
  });
  app.route('/rules', rulesEndpoint());
  const response = await app.request(`/rules/${rule}/answers?language=zh`, {
    method: 'POST',
    body,
    headers,
  });
  return { status: response.status, text: await response.text() };
};

const FILE = 'age,male,platelets_10e9_L\n60,true,199\nx,true,1\n';

test('a file of persons comes back with its answers', async () => {
  const { status, text } = await post(everyone.CLINICIAN, FILE);
  expect(status).toBe(200);
  const lines = text.trim().split('\r\n');
  expect(lines[1]).toContain('2,60,true,199,20,high');
  expect(lines[2]).toContain('请填写0至130的数字');
});

test('what cannot be read as a whole is said with its line', async () => {
  const { status, text } = await post(everyone.CLINICIAN, 'age,waist\n1,2\n');
  expect(status).toBe(422);
  expect(text).toContain('field waist');
});

test.each([
  [null, 401],
  [everyone.RESEARCHER, 403],
  [everyone.POLICYMAKER, 403],
  [everyone.FOLLOWUP_COORDINATOR, 200],
  [everyone.DATA_MANAGER, 200],
])('%o is answered %i', async (who, status) => {
  expect((await post(who, FILE)).status).toBe(status);
});

test('another site’s page is not answered, and there is no rule of any name', async () => {
  expect((await post(everyone.CLINICIAN, FILE, { headers: {} })).status).toBe(400);
  expect((await post(everyone.CLINICIAN, FILE, { rule: 'none' })).status).toBe(404);
});

test('more than 20 MB are refused before they are read', async () => {
  const headers = { 'x-nodp-csrf': '1', 'content-length': String(21 * 2 ** 20) };
  expect((await post(everyone.CLINICIAN, FILE, { headers })).status).toBe(413);
});
