import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, identityCipher, migrate, PlatformError } from '@nodp/database';
import { ensureAnotherJob } from '@nodp/database/jobs';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import type { IngestResult } from '@nodp/intake';
import { folderStore, startDrawer } from '@nodp/subgraph-imaging/dicom';
import type { Logger } from 'pino';
import packageFile from '../package.json' with { type: 'json' };
import { createApplication } from './application.ts';
import { accountsIn, type DemonstrationAccount } from './auth/accounts.ts';
import { signInAttempts } from './auth/attempts.ts';
import { bearerTokens } from './auth/bearer.ts';
import { oidcSignIn } from './auth/oidc.ts';
import { secondFactorIn } from './auth/second-factor.ts';
import { webSessionsIn } from './auth/web-sessions.ts';
import { startBackground } from './background.ts';
import { startBeforehand } from './beforehand.ts';
import { clientKeys } from './clients/client-keys.ts';
import { clientsIn } from './clients/clients.ts';
import { type Configuration, root } from './configuration.ts';
import { createCsvEndpoint } from './csv/endpoint.ts';
import { TAKE_FILES } from './csv/imports/take-files-job.ts';
import { openRecords } from './database.ts';
import { createDeathsEndpoint } from './deaths/endpoint.ts';
import { loadDemonstration } from './demonstration.ts';
import { fillImagesBeside } from './demonstration-images/fill-images.ts';
import { createDicomEndpoint } from './dicom-web/endpoint.ts';
import { admission } from './endpoints/admission.ts';
import { sharedLimits } from './endpoints/shared-limit.ts';
import { clinicalIntake, createFhirEndpoint } from './fhir/index.ts';
import { boundedRefusals } from './graph/refusals.ts';
import { createGraph, readPersisted } from './graph/runtime.ts';
import { inProcess, overHttp } from './graph/transport.ts';
import { noteEmptyPool } from './held/edits-run.ts';
import { createHeldEndpoint } from './held/endpoint.ts';
import { createHl7v2Endpoint } from './hl7v2/endpoint.ts';
import { messageTaker } from './hl7v2/together.ts';
import { chooseHome, keysOf, lockHome, prepareHome } from './home.ts';
import { createMessageEndpoint } from './messages/endpoint.ts';
import { messageReports } from './messages/reports.ts';
import { createNetworkEndpoint } from './network/endpoint.ts';
import { countResources, createMetrics } from './observability/metrics.ts';
import { startSampler } from './observability/sampler.ts';
import { outbound } from './outbound.ts';
import { createOutcomeEndpoint } from './outcomes/endpoint.ts';
import { listenForImages, listenForMessages } from './own-ports.ts';
import { createPlanEndpoint } from './plans/endpoint.ts';
import { migrations, subgraphs } from './registry.ts';
import { openResources } from './resources.ts';
import { createRoundEndpoint } from './screening/endpoint.ts';
import { seedReference } from './seed.ts';
import type { HandedOver } from './starting/handed-over.ts';
import { answers } from './starting/readiness.ts';
import { type Answer, takePort } from './starting/take-port.ts';
import { placeSubgraphs } from './subgraph-places.ts';
import { bringSummariesUpToDate } from './summaries.ts';
import { takingThreads } from './taking/threads.ts';

const { version } = packageFile;

/** Submissions whose records are read and written at once: two keep both cores busy, more only wait beside each other. */
const TAKEN_AT_ONCE = 4;

export interface Platform {
  readonly url: string;
  readonly home: string;
  readonly accounts: readonly DemonstrationAccount[];
  /** HTTP server, gateway runtime, subgraphs, database: in this order. */
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly log: Logger;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** From who set this process up: the port, taken already, and word of the web app that is being built. */
  readonly handedOver?: HandedOver | null;
}

/** Brings the whole platform up; undoes what it did where a later step fails. */
export const startPlatform = async (
  configuration: Configuration,
  { log, say, handedOver }: Surroundings,
): Promise<Platform> => {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
    undo.length = 0;
  };
  try {
    const home = await chooseHome(configuration.home, say);
    await prepareHome(home);
    // The database of the home is one platform's; where it is the operator's, several share what else is there.
    if (configuration.databaseUrl === null) undo.push(await lockHome(home));

    // The port is taken first: a busy one is said before anything is made, and who asks sees how far it is.
    const front = await takePort(configuration, handedOver);
    undo.push(() => front.close());
    const { starting, port } = front;
    const url = configuration.publicUrl ?? `http://localhost:${port}`;

    starting.begin('database');
    const keys = await keysOf(home, configuration);
    const records = await openRecords(configuration, home, (last) =>
      log.error({ last }, 'the database ended; it is started again'),
    );
    undo.push(() => records.stop());
    await migrate(records.ownerUrl, migrations);
    await seedReference(records.ownerUrl);
    await noteEmptyPool(records.ownerUrl);
    await bringSummariesUpToDate(records.ownerUrl, say);
    starting.end('database');
    const releases = join(home, 'releases');
    const exports = join(home, 'exports');
    const dataExports = join(home, 'data-exports');
    const uploads = join(home, 'uploads');
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    if (configuration.demonstration > 0) {
      const demonstration = {
        patients: configuration.demonstration,
        identityKey: keys.identity,
        releases,
        releaseEngine: configuration.releaseEngine,
      };
      await loadDemonstration(records, demonstration, say, starting);
    }
    await records.logChanges();
    const database = connect(records.applicationUrl);
    undo.push(() => database.end());
    // Of its own, and few: what is taken in waits for these, and no reader for what is taken in.
    const writing = connect(records.applicationUrl, { max: TAKEN_AT_ONCE });
    undo.push(() => writing.end());

    const report = (error: Error, requestId: string) =>
      log.error({ requestId, error: error.message, stack: error.stack }, 'a subgraph failed');
    const promises = await readSupergraphFile(join(root, 'supergraph.yaml'));
    const composed = composeSupergraph(promises);
    if (!composed.ok) throw new PlatformError('supergraph', composed.problems.join('\n'));
    const known = {
      ...{ applicationUrl: records.applicationUrl, releases },
      ...{ gatewaySecret: keys.gateway, identityKey: keys.identity },
    };
    const placed = await placeSubgraphs(promises, configuration, known, log);
    undo.push(() => placed.stop());
    const { urls, apart } = placed;
    await handedOver?.webBuilt;
    const webFolder = join(root, 'apps/web/dist');
    // Subgraphs that run apart open what they need in their own processes.
    const inThisProcess = apart ? [] : [...subgraphs.values()];
    const resources = openResources(
      inThisProcess.flatMap(({ needs }) => needs),
      {
        applicationUrl: records.applicationUrl,
        releases,
        releaseEngine: configuration.releaseEngine,
        onError: (error, what) => log.error({ error: error.message }, what),
      },
    );
    undo.push(() => resources.close());
    const beforehand = startBeforehand(inThisProcess, {
      ...{ database, resources },
      onError: (error, subgraph) =>
        log.error({ subgraph, error: error.message }, 'nothing was worked out beforehand'),
    });
    undo.push(async () => beforehand.stop());
    const intake = clinicalIntake(keys.identity);
    const send = outbound(configuration.innerAddresses);
    // Jobs run here wherever the subgraphs are; what is requested before waits in its table.
    const metrics = createMetrics();
    const background = startBackground({
      ...{ configuration, keys, intake, database, writing, log, send, site: url },
      ...{ ownerUrl: records.ownerUrl, applicationUrl: records.applicationUrl },
      folders: { releases, exports, dataExports, uploads },
      onCounts: (counts) => countResources(metrics, counts),
    });
    undo.push(() => background.stop());
    const refusals = boundedRefusals(
      (event) => database.record(event),
      (error) => log.error({ error: error.message }, 'refusals were not recorded'),
    );
    const graph = createGraph({
      supergraph: composed.supergraph,
      transport: apart
        ? overHttp(keys.gateway, report)
        : inProcess({ database, identityKey: keys.identity, report }, resources),
      urls,
      persisted: await readPersisted(join(webFolder, 'persisted-documents.json')),
      introspection: configuration.introspection,
      onRefused: refusals.record,
    });
    undo.push(async () => graph[Symbol.asyncDispose]());
    undo.push(() => refusals.end());

    const accounts = accountsIn(database);
    const cipher = identityCipher({ identityKey: keys.identity });
    const taking = {
      intake,
      onIngested: ({ counts }: IngestResult) => countResources(metrics, counts),
      onError: (error: unknown, requestId: string) =>
        log.error({ requestId, error: (error as Error).message }, 'intake failed'),
    };
    const places = admission();
    const images = configuration.dicom.folder ?? join(home, 'images');
    const objects = await folderStore(images, cipher);
    const drawer = startDrawer({ folder: images, identityKey: keys.identity });
    undo.push(() => drawer.end());
    if (configuration.demonstration > 0) {
      const filling = fillImagesBeside({
        ...{ ownerUrl: records.ownerUrl, database: writing, cipher, objects },
        onError: (error) => log.error({ error: error.message }, 'the demonstration has no images'),
      });
      undo.push(() => filling.stop());
    }
    const threads = takingThreads(
      {
        applicationUrl: records.applicationUrl,
        identityKey: keys.identity,
        atOnce: TAKEN_AT_ONCE,
      },
      configuration.intakeThreads,
      (error) => log.error({ error: error.message }, 'a thread of intake ended; it is begun anew'),
    );
    undo.push(() => threads.end());
    const messages = { ...taking, database: writing, taking: threads };
    const taker = messageTaker(messages);
    const application = createApplication({
      accounts,
      sessions: webSessionsIn(database),
      bearer: bearerTokens(accounts, keys.identity, configuration.bearer),
      oidc:
        configuration.oidc && (await oidcSignIn(configuration.oidc, () => url, accounts, cipher)),
      secure: url.startsWith('https:'),
      attempts: signInAttempts(database, cipher),
      secondFactor: secondFactorIn(database, cipher),
      proxies: configuration.proxies,
      record: (event) => database.record(event),
      onRefused: refusals.record,
      clients: clientsIn(database, { identityKey: keys.identity, keys: clientKeys(send) }),
      url: () => url,
      database,
      graph,
      limits: sharedLimits(database, cipher),
      places,
      fhir: createFhirEndpoint({
        ...{ ...taking, taking: threads },
        ...{ database, writing, places, url, version, exports },
      }),
      hl7v2: createHl7v2Endpoint({ ...messages, places, taker }),
      csv: createCsvEndpoint({
        ...{ ...taking, database, writing, places },
        imports: {
          folder: uploads,
          onReceived: () => ensureAnotherJob(records.ownerUrl, TAKE_FILES),
        },
      }),
      dicom: createDicomEndpoint({
        ...{ database, cipher, objects, drawer, url, places, onError: taking.onError },
        mostBytes: configuration.dicom.mostBytes,
        charsets: configuration.dicom.charsets,
      }),
      held: createHeldEndpoint({ ...taking, database }),
      outcomes: createOutcomeEndpoint({ ...taking, database }),
      plans: createPlanEndpoint({ ...taking, database }),
      rounds: createRoundEndpoint({ ...taking, database }),
      letters: createMessageEndpoint({
        ...{ database, cipher, url, onError: taking.onError },
        hasGateway: configuration.messageGateway !== null,
      }),
      messageReports: messageReports({
        ...{ ownerUrl: records.ownerUrl, database, gateway: configuration.messageGateway },
      }),
      deaths: createDeathsEndpoint({ ...taking, database, cipher }),
      network: createNetworkEndpoint({ ...taking, database }),
      dataExports,
      cipher,
      beacon: configuration.beacon,
      catalogue: configuration.catalogue,
      version,
      webFolder,
      log,
      metrics,
      ready: () => answers(database),
    });
    front.answerBy(application.fetch as Answer);
    const account = (id: string) => accounts.find(id);
    undo.push(await listenForMessages(configuration, { ...messages, taker, account }, log));
    const received = { database: writing, cipher, objects, account, onError: taking.onError };
    undo.push(await listenForImages(configuration, received, log));
    const sampler = startSampler({
      ...{ ownerUrl: records.ownerUrl, home, metrics, database, version },
      onError: (error) => log.error({ error: error.message }, 'the platform was not measured'),
    });
    undo.push(() => sampler.stop());
    undo.push(() => front.close());
    return { url, home, accounts: await accounts.demonstration(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
