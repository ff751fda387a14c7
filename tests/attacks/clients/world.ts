import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditRecord, identityCipher } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { clientKeys } from '../../../apps/gateway/src/clients/client-keys.ts';
import { clientsIn } from '../../../apps/gateway/src/clients/clients.ts';
import { smartEndpoint } from '../../../apps/gateway/src/clients/smart.ts';
import { sharedLimits } from '../../../apps/gateway/src/endpoints/shared-limit.ts';
import { clinicalIntake, createFhirEndpoint } from '../../../apps/gateway/src/fhir/index.ts';
import { outbound } from '../../../apps/gateway/src/outbound.ts';
import { everyone, hospitals, identityKey, insertHospitals } from '../../fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../intake/examples.ts';

const url = 'https://nodp.example';
export const tokenEndpoint = `${url}/oauth/token`;

export interface Client {
  readonly id: string;
  readonly key: string;
  readonly sign: (
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ) => Promise<string>;
}

export interface Answered {
  readonly entry?: { readonly resource: { readonly id: string; readonly resourceType: string } }[];
}

export interface World extends TestDatabase {
  readonly owner: postgres.Sql;
  readonly events: AuditRecord[];
  client(
    institution: string,
    scopes: readonly string[],
    more?: { readonly jwksUrl?: string },
  ): Promise<Client>;
  /** What the token endpoint answers. */
  token(
    form: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  /** A token for the client, or a failure. */
  signIn(client: Client, scope?: string): Promise<string>;
  /** FHIR as whoever holds the bearer. */
  ask(
    bearer: string,
    path: string,
    init?: RequestInit,
  ): Promise<{ status: number; body: Answered }>;
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const assertionForm = (assertion: string, scope = 'system/*.rs') => ({
  grant_type: 'client_credentials',
  client_assertion_type: ASSERTION,
  client_assertion: assertion,
  scope,
});

/** Two hospitals that both know one person, by the same national identifier, and each a patient of its own. */
export const openWorld = async (inner: readonly string[] = []): Promise<World> => {
  const db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  const owner = postgres(db.ownerUrl, { max: 2, onnotice: () => {} });
  const events: AuditRecord[] = [];
  const clients = clientsIn(db.database, { identityKey, keys: clientKeys(outbound(inner)) });
  const smart = smartEndpoint({
    clients,
    url: () => url,
    proxies: 0,
    limits: sharedLimits(db.database, identityCipher({ identityKey })),
    record: async (event) => {
      events.push(event);
    },
  });
  const fhir = createFhirEndpoint({
    database: db.database,
    intake: clinicalIntake(identityKey),
    url,
    version: '1',
    exports: join(tmpdir(), 'no-exports'),
  });
  const there = { ...everyone.SYSTEM, institutionId: hospitals.there };
  for (const [principal, name] of [
    [everyone.SYSTEM, 'here'],
    [there, 'there'],
  ] as const) {
    const answer = await fhir(
      new Request(`${url}/fhir`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify(
          bundle(
            'transaction',
            patient(name),
            cancer(`${name}-cancer`, `urn:uuid:${name}`),
            haemoglobin(`${name}-hb`, `urn:uuid:${name}`, 12, '2026-03-01'),
          ),
        ),
      }),
      { principal, requestId: 'r' },
    );
    if (answer.status !== 200) throw new Error(await answer.text());
  }
  const world: World = {
    ...db,
    owner,
    events,
    end: async () => {
      await owner.end();
      await db.end();
    },
    client: async (institution, scopes, { jwksUrl } = {}) => {
      const id = uuidv7();
      const key = `nodp_key_${id}`;
      const pair = await generateKeyPair('ES384', { extractable: true });
      const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES384' }] };
      await owner`insert into basic.api_client (id, institution_id, name, scopes, key_hash, jwks, jwks_url, created_by)
        values (${id}, ${institution}, 'Client', ${[...scopes]}, ${hash('sha256', key)},
          ${jwksUrl === undefined ? owner.json(jwks as never) : null}, ${jwksUrl ?? null}, 'test')`;
      return {
        id,
        key,
        sign: (claims = {}, header = {}) =>
          new SignJWT({
            iss: id,
            sub: id,
            aud: tokenEndpoint,
            jti: uuidv7(),
            exp: Math.floor(Date.now() / 1000) + 200,
            ...claims,
          })
            .setProtectedHeader({ alg: 'ES384', kid: 'k1', typ: 'JWT', ...header })
            .sign(pair.privateKey),
      };
    },
    token: async (form) => {
      const response = await smart.request('/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    signIn: async (client, scope) => {
      const { status, body } = await world.token(assertionForm(await client.sign(), scope));
      if (status !== 200) throw new Error(JSON.stringify(body));
      return String(body.access_token);
    },
    ask: async (bearer, path, init) => {
      const principal = await clients.principal(bearer);
      const response = await fhir(new Request(url + path, init), { principal, requestId: 'r' });
      return { status: response.status, body: (await response.json()) as Answered };
    },
  };
  return world;
};
