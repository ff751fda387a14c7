import { parseArgs } from 'node:util';
import { connect, PlatformError } from '@nodp/database';
import { serveSubgraph } from '@nodp/graph/server';
import { engineName } from '@nodp/warehouse';
import { subgraphs } from './registry.ts';
import { openResources } from './resources.ts';

/** `npm run subgraph -- imaging --port 4103`: one subgraph alone, as a process of its own. */
const usage = `npm run subgraph -- NAME --port PORT
  NAME                      ${[...subgraphs.keys()].join(', ')}
  HOST                      address to serve on (default 127.0.0.1)
  APPLICATION_DATABASE_URL  PostgreSQL, as the application role
  NODP_GATEWAY_SECRET       the secret shared with the gateway
  NODP_IDENTITY_KEY         32 bytes in base64
  NODP_RELEASES             where releases are needed: their folder
  NODP_RELEASE_ENGINE       duckdb (default) or postgres`;

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new PlatformError('no-setting', `${name} is not set.\n\n${usage}`);
  return value;
};

try {
  const { positionals, values } = parseArgs({
    options: { port: { type: 'string' } },
    allowPositionals: true,
  });
  const subgraph = subgraphs.get(positionals[0] ?? '');
  const port = Number(values.port);
  if (subgraph === undefined || !Number.isInteger(port)) throw new PlatformError('usage', usage);
  const applicationUrl = need('APPLICATION_DATABASE_URL');
  const database = connect(applicationUrl);
  const resources = openResources(subgraph.needs, {
    applicationUrl,
    releases: process.env.NODP_RELEASES ?? null,
    releaseEngine: engineName(process.env.NODP_RELEASE_ENGINE),
    onError: (error, what) => console.error(`${what}: ${error.message}`),
  });
  const identityKey = Buffer.from(need('NODP_IDENTITY_KEY'), 'base64');
  const served = await serveSubgraph(
    subgraph,
    { database, identityKey, resources: resources.of(subgraph.needs) },
    { host: process.env.HOST ?? '127.0.0.1', port, gatewaySecret: need('NODP_GATEWAY_SECRET') },
  );
  console.log(`${subgraph.name} at ${served.url}`);
  process.send?.({ url: served.url });
  const stop = async () => {
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
