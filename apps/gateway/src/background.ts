import { ensureJobAsOwner, regularly } from '@nodp/database/jobs';
import { startWorker } from '@nodp/database/jobs/worker';
import { nationalDay } from '@nodp/graph';
import {
  CHECK_STAGES,
  identityHashesOutdated,
  MATCH,
  matchingOutdated,
  RENEW_HASHES,
  requestRenewingTasks,
  SURVEY,
  stageChecksOutdated,
  surveyOutdated,
} from '@nodp/subgraph-patients/jobs';
import {
  deleteClosedWorkspaces,
  deleteExpiredExports,
  LINK_ARTICLES,
  linksOutdated,
} from '@nodp/subgraph-research';
import type postgres from 'postgres';
import { requestReadingAgain } from './codes/read-again-job.ts';
import { removeExpiredFiles, requestTakingFiles } from './csv/imports/take-files-job.ts';
import { removeExpired } from './fhir/bulk/expiry.ts';
import { takeUpLeft } from './fhir/left-submissions.ts';
import { editsOutdated } from './held/edits-run.ts';
import { platformJobs, type WorkOptions } from './jobs.ts';
import { requestDelivery } from './messages/deliver-messages-job.ts';
import { detectSilences } from './network/detect-silences.ts';
import { requestTelling } from './services/webhooks-job.ts';

/** What is searched for now and then, as the owner of the tables, with the words of the log where a check fails. */
const checks = ({ configuration, ownerUrl, database, intake, folders, log }: WorkOptions) => [
  {
    seconds: 10,
    check: requestTelling(ownerUrl),
    failed: 'webhooks were not looked after',
  },
  {
    seconds: 10,
    check: requestDelivery(ownerUrl, configuration.messageGateway),
    failed: 'messages to patients were not looked after',
  },
  {
    seconds: 10,
    check: requestTakingFiles(ownerUrl),
    failed: 'imports of files were not looked after',
  },
  {
    seconds: 3_600,
    check: (sql: postgres.Sql) => removeExpiredFiles(sql, folders.uploads),
    failed: 'imports of files that expired were not removed',
  },
  {
    seconds: 60,
    check: (sql: postgres.Sql) => removeExpired(sql, folders.exports),
    failed: 'exports that expired were not removed',
  },
  {
    seconds: 60,
    check: (sql: postgres.Sql) =>
      deleteExpiredExports(sql, folders.dataExports, nationalDay(new Date())),
    failed: 'data exports that expired were not deleted',
  },
  {
    seconds: 60,
    check: (sql: postgres.Sql) =>
      deleteClosedWorkspaces(sql, folders.releases, nationalDay(new Date())),
    failed: 'rows of projects that are over were not deleted',
  },
  {
    seconds: 60,
    check: (sql: postgres.Sql) =>
      takeUpLeft(sql, {
        ...{ database, intake },
        onTaken: ({ submissionId, status }) =>
          log.warn({ submissionId, status }, 'a submission that a crash left was taken up again'),
        onError: (error) =>
          log.error({ error: error.message }, 'a left submission was not taken up'),
      }),
    failed: 'nobody looked for submissions that a crash left',
  },
  {
    seconds: 600,
    check: requestReadingAgain(ownerUrl),
    failed: 'nobody looked for what is to be read again',
  },
  {
    seconds: 60,
    check: () => requestRenewingTasks(ownerUrl),
    failed: 'nobody looked for what is to be done',
  },
  {
    seconds: 60,
    check: async (sql: postgres.Sql) => {
      await sql`select imaging.join_dicom(null)`;
    },
    failed: 'images were not joined with their patients',
  },
  {
    seconds: 600,
    check: detectSilences,
    failed: 'nobody looked for institutions that fell silent',
  },
];

/** What an older version stored is found by more once a job has renewed it: identities by hashes, articles by parts of sites. */
const requestRenewal = async (ownerUrl: string): Promise<void> => {
  if (await identityHashesOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, RENEW_HASHES);
  if (await surveyOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, SURVEY);
  if (await stageChecksOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, CHECK_STAGES);
  if (await matchingOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, MATCH);
  if (await linksOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, LINK_ARTICLES);
  if (await editsOutdated(ownerUrl)) await ensureJobAsOwner(ownerUrl, 'apply-edits');
};

/** Starts the worker of jobs, what is searched for regularly, and the renewal of what an older version stored. */
export const startBackground = (options: WorkOptions): { stop(): Promise<void> } => {
  const { ownerUrl, log } = options;
  const worker = startWorker(ownerUrl, {
    jobs: platformJobs(options),
    onError: (error) => log.error({ error: error.message, stack: error.stack }, 'a job failed'),
  });
  worker.catch((error: Error) => log.error({ error: error.message }, 'no jobs are run'));
  const checking = checks(options).map(({ seconds, check, failed }) =>
    regularly(ownerUrl, check, {
      seconds,
      onError: (error) => log.error({ error: error.message }, failed),
    }),
  );
  const renewing = requestRenewal(ownerUrl).catch((error: Error) =>
    log.error({ error: error.message }, 'what an older version stored was not renewed'),
  );
  return {
    stop: async () => {
      await renewing;
      await Promise.all(checking.map((each) => each.stop()));
      await worker.then((running) => running.stop());
    },
  };
};
