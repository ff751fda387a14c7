import type { Principal } from '@nodp/database';
import { expect } from 'vitest';
import { everyone, hospitals } from '../../../../../tests/fixtures.ts';
import type { createFhirEndpoint } from '../endpoint.ts';
import { servedTypes } from '../reading/served.ts';

interface Manifest {
  readonly transactionTime: string;
  readonly request: string;
  readonly requiresAccessToken: boolean;
  readonly output: readonly {
    readonly type: string;
    readonly url: string;
    readonly count: number;
  }[];
  readonly error: readonly unknown[];
}
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
}

/** A program of an institution that reads types of resources; all of them by default. */
export const reader = (
  name: string,
  institutionId: string = hospitals.here,
  reads = ['*'],
): Principal => ({
  accountId: name,
  name: { en: name, zh: name },
  role: 'SYSTEM',
  institutionId,
  grant: { reads, writes: false },
});
export const own = reader('program');
export const names = (all: readonly Resource[]) =>
  all.map(({ resourceType, id }) => `${resourceType}/${id}`).sort();
export const pathOf = (url: string | null) => (url ?? '').replace('https://nodp.example', '');

/** A client of the endpoint at https://nodp.example, which is there once it is asked. @param errors of the job that works exports off */
export const exportClient = (
  endpoint: () => ReturnType<typeof createFhirEndpoint>,
  errors: readonly Error[],
) => {
  const ask = async (path: string, init: RequestInit = {}, principal: Principal | null = own) => {
    const response = await endpoint()(new Request(`https://nodp.example${path}`, init), {
      principal,
      requestId: 'r1',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const kickOff = (path = '/fhir/$export', principal = own, init: RequestInit = {}) =>
    ask(path, { ...init, headers: { prefer: 'respond-async', ...init.headers } }, principal);
  const send = async (content: unknown, principal = everyone.SYSTEM) =>
    expect(
      (
        await ask(
          '/fhir',
          {
            method: 'POST',
            headers: { 'content-type': 'application/fhir+json' },
            body: JSON.stringify(content),
          },
          principal,
        )
      ).status,
    ).toBe(200);

  const ended = async (status: string, principal = own): Promise<Manifest> => {
    await expect
      .poll(async () => (await ask(status, {}, principal)).status, { timeout: 60_000 })
      .not.toBe(202);
    expect(errors).toEqual([]);
    const answer = await ask(status, {}, principal);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return JSON.parse(answer.text) as Manifest;
  };
  const whole = async (path?: string, principal = own) => {
    const { status, headers } = await kickOff(path, principal);
    expect(status).toBe(202);
    const at = pathOf(headers.get('content-location'));
    const manifest = await ended(at, principal);
    const resources: Resource[] = [];
    for (const { url, count, type } of manifest.output) {
      const file = await ask(
        pathOf(url),
        { headers: { accept: 'application/fhir+ndjson' } },
        principal,
      );
      expect([file.status, file.headers.get('content-type')]).toEqual([
        200,
        'application/fhir+ndjson',
      ]);
      const lines = file.text.split('\n').filter(Boolean);
      expect(lines.length).toBe(count);
      const read = lines.map((line) => JSON.parse(line) as Resource);
      expect(new Set(read.map(({ resourceType }) => resourceType))).toEqual(new Set([type]));
      resources.push(...read);
    }
    return { at, manifest, resources };
  };

  /** Every page of every type by the search. */
  const searched = async (): Promise<Resource[]> => {
    const found: Resource[] = [];
    for (const type of servedTypes.keys()) {
      for (let path: string | undefined = `/fhir/${type}?_count=500`; path !== undefined; ) {
        const page = JSON.parse((await ask(path)).text);
        found.push(...page.entry.map((one: { resource: Resource }) => one.resource));
        const next = page.link.find(
          ({ relation }: { relation: string }) => relation === 'next',
        )?.url;
        path = next === undefined ? undefined : pathOf(next);
      }
    }
    return found;
  };
  return { ask, kickOff, send, ended, whole, searched };
};
