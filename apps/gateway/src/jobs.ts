import type { Database } from '@nodp/database';
import type { Job } from '@nodp/database/jobs';
import type { Intake, TypeCounts } from '@nodp/intake';
import {
  checkStagesJob,
  judgeIndicatorsJob,
  matchJob,
  recomputeJob,
  renewHashesJob,
  renewTasksJob,
  surveyJob,
} from '@nodp/subgraph-patients/jobs';
import { dataExportJob, linkArticlesJob, releaseBuildJob } from '@nodp/subgraph-research';
import type { Logger } from 'pino';
import { readAgainJob } from './codes/read-again-job.ts';
import type { Configuration } from './configuration.ts';
import { takeFilesJob } from './csv/imports/take-files-job.ts';
import { fhirExportJob } from './fhir/bulk/fhir-export-job.ts';
import { applyEditsJob } from './held/apply-edits-job.ts';
import type { Keys } from './home.ts';
import { deliverMessagesJob } from './messages/deliver-messages-job.ts';
import type { Outbound } from './outbound.ts';
import { releaseExtracts } from './release-extracts.ts';
import { webhooksJob } from './services/webhooks-job.ts';

/** What work in the background is done with. */
export interface WorkOptions {
  readonly configuration: Configuration;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly database: Database;
  /** Connections of what is taken in: no reader waits for it. */
  readonly writing: Database;
  readonly intake: Intake;
  readonly keys: Keys;
  readonly folders: {
    readonly releases: string;
    /** Of FHIR, to programs of institutions. */
    readonly exports: string;
    /** Of projects, to recipients outside. */
    readonly dataExports: string;
    /** Files of rows that are kept until they are taken in. */
    readonly uploads: string;
  };
  /** Hears of records that were taken in by a job. */
  readonly onCounts: (counts: readonly TypeCounts[]) => void;
  readonly send: Outbound;
  /** The platform's address for people. */
  readonly site: string;
  readonly log: Logger;
}

/** Every kind of job that the platform's worker runs. */
export const platformJobs = (options: WorkOptions): readonly Job[] => {
  const { configuration, ownerUrl, database, intake, keys, folders, send, site, log } = options;
  return [
    releaseBuildJob({
      ownerUrl,
      extracts: releaseExtracts,
      folder: folders.releases,
      engine: configuration.releaseEngine,
      closing: configuration.releaseClosing,
    }),
    recomputeJob(ownerUrl),
    renewHashesJob(ownerUrl, keys.identity),
    surveyJob(ownerUrl),
    checkStagesJob(ownerUrl),
    matchJob(ownerUrl, keys.identity),
    renewTasksJob(ownerUrl),
    judgeIndicatorsJob(ownerUrl),
    linkArticlesJob(ownerUrl),
    fhirExportJob({ ownerUrl, database, cipher: intake.cipher, folder: folders.exports }),
    dataExportJob({ ownerUrl, releases: folders.releases, folder: folders.dataExports }),
    webhooksJob(ownerUrl, keys.identity, send),
    deliverMessagesJob({
      ...{ ownerUrl, database, send, site },
      identityKey: keys.identity,
      gateway: configuration.messageGateway,
    }),
    readAgainJob({
      ...{ ownerUrl, database, intake },
      onError: (error) => log.error({ error: error.message }, 'records were not read again'),
    }),
    takeFilesJob({
      ...{ ownerUrl, applicationUrl: options.applicationUrl, identityKey: keys.identity },
      ...{ folder: folders.uploads, onCounts: options.onCounts },
      beside: { database: options.writing, intake },
      onError: (error) => log.error({ error: error.message }, 'a file was not imported'),
    }),
    applyEditsJob({
      ...{ ownerUrl, database, intake },
      onError: (error) => log.error({ error: error.message }, 'records were not examined'),
    }),
  ];
};
