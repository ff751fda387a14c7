import { parseArgs } from 'node:util';
import { connect, PlatformError, readSettings, required } from '@nodp/database';
import { serveSubgraph } from '@nodp/graph/server';
import { startBeforehand } from './beforehand.ts';
import { subgraphs } from './registry.ts';
import { openResources } from './resources.ts';
import { certificateOf } from './tls.ts';

/** `npm run subgraph -- imaging --port 4103`: one subgraph alone, as a process of its own. */
const usage = `npm run subgraph -- NAME --port PORT
  NAME                      ${[...subgraphs.keys()].join(', ')}
  HOST                      address to serve on (default 127.0.0.1)
  APPLICATION_DATABASE_URL  PostgreSQL, as the application role
  NODP_GATEWAY_SECRET       the secret shared with the gateway
  NODP_IDENTITY_KEY         32 bytes in base64; for the patients alone, who are identified there
  NODP_SUBGRAPH_CERTIFICATE, NODP_SUBGRAPH_CERTIFICATE_KEY
                            PEM files: the gateway's calls come by TLS
  NODP_RELEASES             where releases are needed: their folder
  NODP_RELEASE_ENGINE       duckdb (default) or postgres`;

try {
  const { positionals, values } = parseArgs({
    options: { port: { type: 'string' } },
    allowPositionals: true,
  });
  const subgraph = subgraphs.get(positionals[0] ?? '');
  const port = Number(values.port);
  if (subgraph === undefined || !Number.isInteger(port)) throw new PlatformError('usage', usage);
  const optional = readSettings(process.env, ['HOST', 'NODP_RELEASES', 'NODP_RELEASE_ENGINE']);
  const settings = required(
    readSettings(process.env, ['APPLICATION_DATABASE_URL', 'NODP_GATEWAY_SECRET']),
  );
  const identityKey = subgraph.identifies
    ? required(readSettings(process.env, ['NODP_IDENTITY_KEY'])).NODP_IDENTITY_KEY
    : null;
  const applicationUrl = settings.APPLICATION_DATABASE_URL;
  const database = connect(applicationUrl);
  const resources = openResources(subgraph.needs, {
    applicationUrl,
    releases: optional.NODP_RELEASES,
    releaseEngine: optional.NODP_RELEASE_ENGINE ?? 'duckdb',
    onError: (error, what) => console.error(`${what}: ${error.message}`),
  });
  const served = await serveSubgraph(
    subgraph,
    { database, identityKey, resources: resources.of(subgraph.needs) },
    {
      ...{ host: optional.HOST ?? '127.0.0.1', port },
      ...{ gatewaySecret: settings.NODP_GATEWAY_SECRET, tls: await certificateOf(process.env) },
    },
  );
  const beforehand = startBeforehand([subgraph], {
    ...{ database, resources },
    onError: (error, name) =>
      console.error(`${name} works out nothing beforehand: ${error.message}`),
  });
  console.log(`${subgraph.name} at ${served.url}`);
  process.send?.({ url: served.url });
  const stop = async () => {
    beforehand.stop();
    await served.stop();
    await resources.close();
    await database.end();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
} catch (error) {
  console.error(error instanceof PlatformError ? error.message : error);
  process.exit(1);
}
