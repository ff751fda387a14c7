import type { Database } from '@nodp/database';
import { expect, test } from 'vitest';
import { everyone, identityKey } from '../../../../tests/fixtures.ts';
import { createCsvEndpoint } from '../csv/endpoint.ts';
import { createDeathsEndpoint } from '../deaths/endpoint.ts';
import { clinicalIntake } from '../fhir/intake.ts';
import { createHeldEndpoint } from '../held/endpoint.ts';
import { createNetworkEndpoint } from '../network/endpoint.ts';

const failing = (code: string): Database =>
  ({
    session: () => Promise.reject(Object.assign(new Error('connect'), { code })),
  }) as unknown as Database;

const endpoints = (database: Database) => {
  const services = { database, intake: clinicalIntake(identityKey), onError: () => {} };
  return {
    csv: createCsvEndpoint(services),
    held: createHeldEndpoint(services),
    network: createNetworkEndpoint(services),
    deaths: createDeathsEndpoint({ ...services, cipher: services.intake.cipher }),
  };
};

test.each([
  ['a database that is away is told as what passes', 'ECONNREFUSED', 503, '5'],
  ['a text that none stores is whose it is', '22021', 400, null],
  ['what else fails is the platform’s fault', '42P01', 500, null],
])('%s', async (_, code, status, after) => {
  for (const [path, endpoint] of Object.entries(endpoints(failing(code)))) {
    const isRead = path === 'held' || path === 'network';
    const request = new Request(`https://nodp.example/${path}`, {
      method: isRead ? 'GET' : 'POST',
      headers: { 'x-nodp-csrf': '1', 'content-type': 'text/csv' },
      ...(!isRead && { body: 'a,b\n1,2\n' }),
    });
    const caller = { principal: everyone.DATA_MANAGER, requestId: 'r7' };
    const answer = await endpoint(request, caller as never);
    expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, status, after]);
    expect(await answer.text()).toContain(status === 400 ? 'U+0000' : 'r7');
  }
});
