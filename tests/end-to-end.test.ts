import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningOwnerUrl, verifyAudit } from '@nodp/database';
import { Client } from 'fhir-kit-client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, withToken } from './client.ts';
import { patientBundle } from './patient-bundle.ts';
import { type RunningPlatform, startPlatform } from './platform.ts';

const page = `query Page($id: ID!) {
  patient(id: $id) {
    id sex birthDate age vitalStatus
    identity { name medicalRecordNumbers }
    institutions { code region { code name { zh } } }
    tumours { siteGroup topography { code } morphology { code label { zh } } diagnosedOn broadStage literature(first: 2) { title } }
    treatments { kind what { label { en } } }
    laboratory { analyte { code label { zh } } unit points { at value } }
    specimens { type { label { en } } }
    pathologyReports { conclusion }
    biomarkers { what { label { en } } }
    imagingStudies { modalities { code } seriesCount }
    followupPlans { status }
    followupContacts { at }
    diseaseStatuses { trend }
  }
}`;

interface Page {
  readonly patient: {
    readonly id: string;
    readonly birthDate: string;
    readonly identity: { readonly name: string };
    readonly tumours: readonly { readonly siteGroup: string; readonly diagnosedOn: string }[];
    readonly laboratory: readonly { readonly points: readonly unknown[] }[];
    readonly institutions: readonly {
      readonly region: { readonly name: { readonly zh: string } };
    }[];
  } | null;
}

interface List {
  readonly patients: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly identity: { readonly name: string } };
    }[];
  };
}

const search =
  'query List($search: String) { patients(search: $search, first: 5) { totalCount edges { node { id identity { name } } } } }';

/** The hash of a document of the web app, by its operation's name. */
const ownDocument = (name: string): string | undefined =>
  Object.entries(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../apps/web/dist/persisted-documents.json'), 'utf8'),
    ),
  ).find(([, document]) => new RegExp(`^query ${name}\\b`).test(String(document)))?.[0];

describe.each([{ distributed: false }, { distributed: true }])(
  'the platform, distributed: $distributed',
  ({ distributed }) => {
    let platform: RunningPlatform;
    beforeAll(async () => {
      platform = await startPlatform({ patients: 40, distributed });
    }, 120_000);
    afterAll(() => platform?.stop());

    test('is live and ready, and tells Prometheus', async () => {
      for (const path of ['/health/live', '/health/ready']) {
        expect((await fetch(platform.url + path)).status).toBe(200);
      }
      expect(await (await fetch(`${platform.url}/metrics`)).text()).toContain(
        'nodp_http_request_seconds',
      );
    });

    test('a Bundle posted by a hospital is on the page its clinician reads', async () => {
      const hospital = await withToken(platform.url, 'hospital-system');
      const answer = await hospital.fhir('', patientBundle({ family: 'Ouyang', results: 3 }));
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: Array.from({ length: 5 }, () => ({
          response: { status: expect.stringMatching(/^201/) },
        })),
      });

      const clinician = await withToken(platform.url, 'clinician');
      const { data: list } = await clinician.graph<List>(search, { search: 'ouyang' });
      expect(list?.patients.totalCount).toBe(1);
      const id = list?.patients.edges[0]?.node.id;
      const { data, errors } = await clinician.graph<Page>(page, { id });
      expect(errors).toBeUndefined();
      expect(data?.patient).toMatchObject({
        birthDate: '1961-04',
        identity: { name: expect.stringContaining('Ouyang') },
        tumours: [{ siteGroup: 'lung', diagnosedOn: '2023-11-02' }],
        laboratory: [{ points: [{ value: 5 }, { value: 6 }, { value: 7 }] }],
      });

      const elsewhere = await withToken(platform.url, 'clinician-province');
      expect((await elsewhere.graph<Page>(page, { id })).data?.patient).toBeNull();
      expect(
        (await elsewhere.graph<List>(search, { search: 'ouyang' })).data?.patients.totalCount,
      ).toBe(0);
    });

    test("another's FHIR client finds the platform, sends, reads, searches and turns pages", async () => {
      const answer = await fetch(`${platform.url}/auth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'hospital-system', password: 'nodp-demo' }),
      });
      const { access_token: bearerToken } = (await answer.json()) as { access_token: string };
      const client = new Client({ baseUrl: `${platform.url}/fhir`, bearerToken });
      expect(await client.smartAuthMetadata()).toMatchObject({
        tokenUrl: expect.objectContaining({ pathname: expect.stringContaining('token') }),
      });
      expect(await client.capabilityStatement()).toMatchObject({
        ...{ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', status: 'active' },
      });
      const sent = await client.transaction({
        body: patientBundle({ family: 'Shangguan', results: 3 }) as never,
      });
      expect(sent).toMatchObject({ type: 'transaction-response' });
      const { entry } = sent as { entry?: { response?: { location?: string } }[] };
      const [, id = ''] =
        entry
          ?.map(({ response }) => /Patient\/([^/]+)/.exec(response?.location ?? ''))
          .find((found) => found !== null) ?? [];
      expect(await client.read({ resourceType: 'Patient', id })).toMatchObject({
        ...{ resourceType: 'Patient', id },
      });
      const ofPatient = { patient: `Patient/${id}`, _count: 2 };
      const first = await client.search({ resourceType: 'Observation', searchParams: ofPatient });
      const next = await client.nextPage({ bundle: first as never });
      const ids = [first, next].map((page) =>
        ((page as { entry?: { resource?: { id?: string } }[] } | undefined)?.entry ?? []).map(
          ({ resource }) => resource?.id,
        ),
      );
      expect(ids.map(({ length }) => length)).toEqual([2, 1]);
      expect(new Set(ids.flat()).size).toBe(3);
      const all = await client.operation({
        ...{ name: '$everything', resourceType: 'Patient', id, method: 'GET' },
      });
      expect((all as { entry?: unknown[] }).entry?.length).toBeGreaterThanOrEqual(5);
      await expect(client.read({ resourceType: 'Patient', id: 'nobody' })).rejects.toMatchObject({
        response: { status: 404 },
      });
    });

    test('every demonstration patient of a list opens', async () => {
      const clinician = await withToken(platform.url, 'clinician');
      const { data } = await clinician.graph<List>(search, {});
      expect(data?.patients.totalCount).toBeGreaterThan(0);
      for (const { node } of data?.patients.edges ?? []) {
        const { data: opened, errors } = await clinician.graph<Page>(page, { id: node.id });
        expect(errors).toBeUndefined();
        expect(opened?.patient?.tumours.length).toBeGreaterThan(0);
      }
    });

    test('what is asked wrongly is said so, by code and sentence', async () => {
      const clinician = await withToken(platform.url, 'clinician');
      const { errors } = await clinician.graph('{ patients(first: 5000) { totalCount } }');
      expect(errors).toMatchObject([
        { message: expect.stringContaining('200'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    test('who may not see patients is refused whole, and so is nobody', async () => {
      for (const account of ['researcher', 'policymaker', 'administrator', 'data-manager']) {
        const { data, errors } = await (await withToken(platform.url, account)).graph(search);
        expect(data ?? null, account).toBeNull();
        expect(errors?.length, account).toBeGreaterThan(0);
      }
      expect((await nobody(platform.url).graph(search)).data ?? null).toBeNull();
    });

    test('only a hospital’s system account may submit', async () => {
      const clinician = await withToken(platform.url, 'clinician');
      expect((await clinician.fhir('', patientBundle())).status).toBe(403);
      expect((await nobody(platform.url).fhir('', patientBundle())).status).toBe(401);
    });

    test('signing out ends the session', async () => {
      const response = await fetch(`${platform.url}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'clinician', password: 'nodp-demo' }),
      });
      const [set] = response.headers.getSetCookie();
      expect(set).toMatch(/HttpOnly/i);
      expect(set).toMatch(/SameSite=Lax/i);
      const cookie = set?.split(';')[0] ?? '';
      const me = (asked: object = { documentId: ownDocument('Me') }) =>
        fetch(`${platform.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-nodp-csrf': '1', cookie },
          body: JSON.stringify(asked),
        });
      expect((await me()).status).toBe(200);
      // A browser's session opens the web app's own documents and no others, whatever page got hold of it.
      const others = await me({ query: '{ me { account { id } } }' });
      expect([others.status, await others.text()]).toEqual([
        400,
        expect.stringContaining('Send a document of your own with a token'),
      ]);
      await fetch(`${platform.url}/auth/sign-out`, { method: 'POST', headers: { cookie } });
      expect((await me()).status).toBe(401);
    });

    test('the access audit says who did what by which operation, and nobody has changed it', async () => {
      const owner = postgres(await runningOwnerUrl(platform.home), { max: 1 });
      try {
        const { head } = await verifyAudit(owner);
        await (await withToken(platform.url, 'hospital-system')).fhir('', patientBundle());
        const clinician = await withToken(platform.url, 'clinician');
        await clinician.graph<List>(search, { search: 'Nobody Whatsoever' });
        await (await withToken(platform.url, 'researcher')).graph(search);
        await withToken(platform.url, 'clinician', 'a wrong one');
        const rows = await owner`
          select account_id, action, operation, cardinality(patient_ids) as patients, request_id, detail
          from basic.audit where number > ${head.number} order by number`;
        expect(
          rows.map(({ account_id, action, operation }) => [account_id, action, operation]),
        ).toEqual([
          ['hospital-system', 'sign-in', 'POST /auth/token'],
          ['hospital-system', 'write', 'POST /fhir'],
          ['clinician', 'sign-in', 'POST /auth/token'],
          // It found nobody, and is recorded: a number is an answer about persons too.
          ['clinician', 'search', 'List (own document)'],
          ['researcher', 'sign-in', 'POST /auth/token'],
          ['researcher', 'refused', 'List (own document)'],
          ['clinician', 'sign-in-refused', 'POST /auth/token'],
        ]);
        expect(rows[1]?.patients).toBe(1);
        expect(rows[3]?.detail).toMatchObject({ shown: 0 });
        // Words are stored as the keyed hashes of the search.
        expect(JSON.stringify(rows)).not.toMatch(/nobody|whatsoever/i);
        expect(new Set(rows.map((row) => row.request_id)).size).toBe(rows.length);
        expect((await verifyAudit(owner, head)).fault).toBeNull();
      } finally {
        await owner.end();
      }
    });

    test('the platform names each request itself, and keeps the name of the caller beside it', async () => {
      const response = await fetch(`${platform.url}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': 'of-the-caller' },
        body: JSON.stringify({ account: 'clinician', password: 'nodp-demo' }),
      });
      const requestId = response.headers.get('x-request-id') ?? '';
      expect(requestId).not.toBe('of-the-caller');
      const owner = postgres(await runningOwnerUrl(platform.home), { max: 1 });
      try {
        expect(
          await owner`select caller_request_id from basic.audit where request_id = ${requestId}`,
        ).toEqual([{ caller_request_id: 'of-the-caller' }]);
      } finally {
        await owner.end();
      }
    });
  },
);
