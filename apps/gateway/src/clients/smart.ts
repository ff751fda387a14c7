import { type AuditRecord, auditRecord } from '@nodp/database';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { SharedLimits } from '../endpoints/shared-limit.ts';
import { servedTypes } from '../fhir/reading/served.ts';
import { type Clients, clientTokenSeconds } from './clients.ts';

export interface SmartServices {
  readonly clients: Clients;
  /** The platform's own address, without a slash at its end. */
  readonly url: () => string;
  readonly proxies: number;
  readonly limits: SharedLimits;
  readonly record: (event: AuditRecord) => Promise<void>;
}

interface Environment {
  readonly Bindings: FromNode;
  readonly Variables: { readonly requestId: string; readonly callerRequestId: string | null };
}

const TOKEN = '/oauth/token';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const NOBODY = { accountId: 'unknown', role: 'none', institutionId: null };
/** Assertions that one address may have checked in a minute: each costs a signature. */
const rate = { points: 60, duration: 60 };

const smartConfiguration = (url: string) => ({
  token_endpoint: url + TOKEN,
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
  grant_types_supported: ['client_credentials'],
  scopes_supported: [
    'system/*.rs',
    'system/*.cu',
    ...[...servedTypes.keys()].map((type) => `system/${type}.rs`),
  ],
  capabilities: ['client-confidential-asymmetric', 'permission-v2'],
});

/** What SMART on FHIR asks of a server of backend services: its configuration, and tokens for signed assertions. */
export const smartEndpoint = ({ clients, url, proxies, record, limits }: SmartServices) => {
  const app = new Hono<Environment>();
  const limiter = limits('assertions', rate);
  for (const path of ['/.well-known/smart-configuration', '/fhir/.well-known/smart-configuration'])
    app.get(path, (c) => c.json(smartConfiguration(url())));

  const wrong = (
    c: Context<Environment>,
    error: string,
    description: string,
    status: 400 | 401 | 429 = 400,
  ) => c.json({ error, error_description: description }, status, { 'cache-control': 'no-store' });

  app.post(TOKEN, bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const address = addressOf(c.env ?? {}, c.req.header('x-forwarded-for'), proxies);
    const seconds = await limiter.take(address);
    if (seconds > 0) {
      c.header('retry-after', String(seconds));
      return wrong(c, 'temporarily_unavailable', 'Too many requests; wait for a minute.', 429);
    }
    const sent = new URLSearchParams(await c.req.text());
    if (sent.get('grant_type') !== 'client_credentials')
      return wrong(c, 'unsupported_grant_type', 'grant_type is client_credentials.');
    const assertion = sent.get('client_assertion');
    if (sent.get('client_assertion_type') !== ASSERTION || assertion === null)
      return wrong(
        c,
        'invalid_request',
        `client_assertion_type is ${ASSERTION}, with a client_assertion.`,
      );
    const asked = sent.get('scope')?.split(/\s+/).filter(Boolean) ?? null;
    const answer = await clients.exchange(assertion, url() + TOKEN, asked);
    const origin = { ...c.var, operation: `POST ${TOKEN}` };
    if ('problem' in answer) {
      await record(
        auditRecord(answer.client ?? NOBODY, origin, 'sign-in-refused', [], {
          problem: answer.problem,
        }),
      );
      return answer.problem === 'invalid_scope'
        ? wrong(c, 'invalid_scope', 'The client has none of these scopes.')
        : wrong(c, 'invalid_client', 'The assertion is not believed.', 401);
    }
    await record(auditRecord(answer.principal, origin, 'sign-in', [], { scopes: answer.scopes }));
    return c.json(
      {
        access_token: answer.token,
        token_type: 'bearer',
        expires_in: clientTokenSeconds,
        scope: answer.scopes.join(' '),
      },
      200,
      { 'cache-control': 'no-store', pragma: 'no-cache' },
    );
  });
  return app;
};
