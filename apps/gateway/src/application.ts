import { isUnavailable, isUnstorable, type Principal } from '@nodp/database';
import { UNAVAILABLE, UNSTORABLE } from '@nodp/graph';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { v7 as uuidv7 } from 'uuid';
import type { ApplicationServices } from './application-services.ts';
import { auditEndpoint } from './audit/endpoint.ts';
import type { FromNode } from './auth/address.ts';
import { beaconEndpoint } from './beacon/endpoint.ts';
import { catalogueEndpoint } from './catalogue/endpoint.ts';
import { smartEndpoint } from './clients/smart.ts';
import { dataExportEndpoint } from './data-exports/endpoint.ts';
import { authEndpoint, sessionCookie } from './endpoints/auth.ts';
import { compression } from './endpoints/compression.ts';
import { ownOrigin } from './endpoints/own-origin.ts';
import { readOut } from './endpoints/read-out.ts';
import { secureHeaders } from './endpoints/secure-headers.ts';
import { webEndpoint } from './endpoints/web.ts';
import { asking } from './graph/asking.ts';
import { noteFilesEndpoint } from './note-files/endpoint.ts';
import { endpointOf } from './observability/metrics.ts';
import { questionnaireEndpoint } from './questionnaire/endpoint.ts';
import { rulesEndpoint } from './rules/endpoint.ts';

interface Variables {
  readonly requestId: string;
  readonly callerRequestId: string | null;
  readonly principal: Principal | null;
  /** What an operation of the graph cost. */
  readonly cost: number | undefined;
}

/**
 * Objects that an account may be answered with in a minute, each page counted as long as it may be. A request that asks for
 * nothing costs as many as let 1,200 pass; the patient page costs some 700, a page of the list 300.
 */
const operations = { points: 600_000, duration: 60, slack: 6_000 };
const LEAST_COST = operations.points / 1_200;

/** Largest bodies, bytes: a file of literature (10 MB) as JSON writes it; account and password. */
const largest = { graphql: 16 * 1024 * 1024, auth: 16 * 1024 };

/** The first part of an address, which is no identifier. */
const routeOf = (path: string): string => `/${path.split('/')[1]?.slice(0, 40) ?? ''}`;

const tooLarge = (c: Context) => {
  const message = 'The body is too large. / 请求内容过大。';
  const told = { code: 'PAYLOAD_TOO_LARGE', message, errors: [{ message }] };
  // What is left of the body is kept nowhere; the connection serves nothing more.
  return c.json(told, 413, { connection: 'close' });
};

/** Everything the platform answers on its one port. */
export const createApplication = (services: ApplicationServices) => {
  const { log, metrics, graph } = services;
  const app = new Hono<{ Variables: Variables; Bindings: FromNode }>();
  const rate = services.limits('graph', operations);

  app.use('*', async (c, next) => {
    const begun = performance.now();
    // Of our own making: a name that the caller chooses could be that of somebody else's request.
    const requestId = uuidv7();
    const callerRequestId = c.req.header('x-request-id')?.slice(0, 64) ?? null;
    c.set('requestId', requestId);
    c.set('callerRequestId', callerRequestId);
    await next();
    const endpoint = endpointOf(c.req.path);
    // The connection ends with it: the sender is let finish, so that the answer is read.
    if (c.res.headers.get('connection') === 'close') await readOut(c.env?.incoming);
    const who = c.get('principal') ?? null;
    // The graph records its own, which it answers otherwise.
    if (c.res.status === 403 && who !== null && endpoint !== 'graphql') {
      const operation = `${c.req.method} ${routeOf(c.req.path)}`;
      await services.onRefused({ principal: who, requestId, callerRequestId, operation });
    }
    // Files of the app are logged nowhere by which one could be found.
    if (endpoint !== 'assets') c.header('x-request-id', requestId);
    const { headers, status } = c.res;
    secureHeaders(headers, { secure: services.secure, asset: endpoint === 'assets', status });
    const seconds = (performance.now() - begun) / 1000;
    metrics.requests.observe(
      { endpoint, method: c.req.method, status: String(c.res.status) },
      seconds,
    );
    metrics.answered.note(endpoint, c.res.status, seconds * 1000);
    if (endpoint !== 'assets' && endpoint !== 'health') {
      const milliseconds = Math.round(seconds * 1000);
      log.info(
        {
          requestId,
          callerRequestId,
          endpoint,
          method: c.req.method,
          status: c.res.status,
          milliseconds,
          ...(c.get('cost') !== undefined && { cost: c.get('cost') }),
        },
        'request',
      );
    }
  });

  app.use('*', compression());
  app.use('*', ownOrigin(services.url, sessionCookie));

  app.onError((error, c) => {
    const requestId = c.get('requestId');
    if (isUnstorable(error))
      return c.json({ code: 'BAD_USER_INPUT', message: UNSTORABLE, requestId }, 400);
    log.error({ requestId, error: error.message, stack: error.stack }, 'request failed');
    if (isUnavailable(error)) {
      const told = { code: 'SERVICE_UNAVAILABLE', message: UNAVAILABLE, requestId };
      return c.json(told, 503, { 'retry-after': '5' });
    }
    return c.json(
      { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong. / 出现错误。', requestId },
      500,
    );
  });

  const principalOf = async (
    request: Request,
    cookie: string | undefined,
  ): Promise<Principal | null> => {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (bearer !== undefined) return services.bearer.principal(bearer);
    return cookie === undefined ? null : services.sessions.principal(cookie);
  };
  /** Programs of institutions read and send records and images, and nothing else: no other address knows them. */
  const recordsCaller = async (
    request: Request,
    cookie: string | undefined,
  ): Promise<Principal | null> => {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    return bearer === undefined
      ? principalOf(request, cookie)
      : ((await services.clients.principal(bearer)) ?? services.bearer.principal(bearer));
  };
  for (const path of ['/fhir', '/fhir/*', '/dicom-web/*']) {
    app.use(path, async (c, next) => {
      c.set('principal', await recordsCaller(c.req.raw, getCookie(c, sessionCookie)));
      await next();
    });
  }
  for (const path of [
    '/graphql',
    '/hl7v2',
    '/csv',
    '/csv/*',
    '/held',
    '/held/*',
    '/contact-outcomes',
    '/contact-outcomes/*',
    '/followup-plans',
    '/followup-plans/*',
    '/screening-rounds',
    '/screening-rounds/*',
    '/deaths',
    '/messages/*',
    '/note-files/*',
    '/network',
    '/network/*',
    '/audit/*',
    '/data-exports/*',
    '/rules/*',
  ]) {
    app.use(path, async (c, next) => {
      c.set('principal', await principalOf(c.req.raw, getCookie(c, sessionCookie)));
      await next();
    });
  }

  app.use('/graphql', bodyLimit({ maxSize: largest.graphql, onError: tooLarge }));
  app.use('/auth/*', bodyLimit({ maxSize: largest.auth, onError: tooLarge }));

  app.all('/graphql', async (c) => {
    const principal = c.get('principal');
    const caller = principal?.accountId ?? 'nobody';
    const seconds = await rate.take(caller, LEAST_COST);
    if (seconds > 0) {
      const message =
        'Too much was asked for in a minute; wait for the next. / 一分钟内请求量过大，请稍后再试。';
      return c.json({ errors: [{ message, extensions: { code: 'TOO_MANY_REQUESTS' } }] }, 429, {
        'retry-after': String(seconds),
      });
    }
    const { requestId, callerRequestId } = c.var;
    // Taken as each call is made: what an operation costs is known when it has been planned.
    const charge = (cost: number) => {
      c.set('cost', (c.get('cost') ?? 0) + cost);
      rate.charge(caller, cost);
    };
    return graph.fetch(c.req.raw, { principal, requestId, callerRequestId, charge } as never);
  });

  const { clients, url, proxies, record, limits } = services;
  app.route('/', smartEndpoint({ clients, url, proxies, record, limits }));
  app.on(['GET', 'POST', 'PUT', 'DELETE'], ['/fhir', '/fhir/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.fhir(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST', 'PUT', 'DELETE'], '/hl7v2', (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.hl7v2(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST', 'DELETE'], ['/csv', '/csv/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.csv(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], '/dicom-web/*', (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.dicom(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], ['/held', '/held/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.held(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], ['/contact-outcomes', '/contact-outcomes/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.outcomes(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], ['/followup-plans', '/followup-plans/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.plans(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], ['/screening-rounds', '/screening-rounds/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.rounds(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on(['GET', 'POST'], '/messages/*', (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.letters(c.req.raw, { principal, requestId, callerRequestId });
  });
  app.route('/message-reports', services.messageReports);

  app.on(['GET', 'POST'], '/deaths', (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.deaths(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.on('GET', ['/network', '/network/*'], (c) => {
    const { principal, requestId, callerRequestId } = c.var;
    return services.network(c.req.raw, { principal, requestId, callerRequestId });
  });

  app.route('/audit', auditEndpoint(services.database));
  app.route('/data-exports', dataExportEndpoint(services.database, services.dataExports));
  app.route('/note-files', noteFilesEndpoint(services.database, services.cipher, services.places));
  app.route('/rules', rulesEndpoint());
  app.route('/auth', authEndpoint(services));
  app.route('/questionnaire', questionnaireEndpoint(services.database, proxies, limits));
  if (services.beacon !== null)
    app.route(
      '/beacon',
      beaconEndpoint({
        ...{ open: services.beacon, url, version: services.version, proxies, limits },
        ask: asking(graph),
        client: (token) => clients.principal(token),
      }),
    );
  if (services.catalogue)
    app.route('/catalogue', catalogueEndpoint({ url, proxies, limits, ask: asking(graph) }));
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    const ready = await services.ready();
    return c.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
  app.route('/', webEndpoint(services.webFolder));
  return app;
};
