import { encodeId } from '@nodp/graph';
import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import type { DataExportRow, DataExportStepRow } from '../data-exports/data-export.ts';
import { canBeTakenAway } from '../data-exports/granted.ts';
import { stepsOfExports } from '../data-exports/rows.ts';
import { openSteps } from '../data-exports/rule.ts';
import { standingOf } from '../data-exports/take-step.ts';
import type {
  DataExportProposalResolvers,
  DataExportResolvers,
  RegisteredExportResolvers,
} from '../generated/resolvers.ts';
import { type GrantRow, grantsOf, projectsById } from '../projects/project-rows.ts';
import type { ProjectRow } from '../saved/saved-rows.ts';

const steps = ({ session }: Context) =>
  new DataLoader<string, readonly DataExportStepRow[]>((ids) => stepsOfExports(session, ids));
const grants = ({ session }: Context) =>
  new DataLoader<string, GrantRow | null>((ids) => grantsOf(session, ids));
const projects = ({ session }: Context) =>
  new DataLoader<string, ProjectRow | null>((ids) => projectsById(session, ids));

const mine = ({ requestedById }: DataExportRow, { principal }: Context): boolean =>
  requestedById === principal.accountId;

export const DataExport: DataExportResolvers = {
  id: ({ id }) => encodeId('DataExport', id),
  release: ({ releaseNumber }) => releaseNumber,
  cohort: ({ cohortHash }) => cohortHash,
  elements: ({ elements }) => [...elements],
  requestedBy: ({ requestedByName }) => requestedByName,
  mine: (row, _, context) => mine(row, context),
  openSteps: async (row, _, context) => {
    const [project, grant] = await Promise.all([
      context.once(projects).load(row.projectId),
      context.once(grants).load(row.projectId),
    ]);
    return project === null ? [] : openSteps(standingOf(context.session, row, project, grant));
  },
  steps: async ({ id }, _, context) =>
    (await context.once(steps).load(id)).map(({ byName, ...step }) => ({ ...step, by: byName })),
  download: async (row, _, context) =>
    mine(row, context) &&
    canBeTakenAway(row, await context.once(grants).load(row.projectId), context.principal.accountId)
      ? `/data-exports/${encodeId('DataExport', row.id)}`
      : null,
};

export const DataExportProposal: DataExportProposalResolvers = {
  generalised: ({ generalised }) => [...generalised],
  sensitive: ({ sensitive }) => [...sensitive],
};

export const RegisteredExport: RegisteredExportResolvers = {
  id: ({ id }) => encodeId('DataExport', id),
  project: ({ projectTitle }) => projectTitle,
  release: ({ releaseNumber }) => releaseNumber,
  cohort: ({ cohortHash }) => cohortHash,
  elements: ({ elements }) => [...elements],
  sites: ({ sites }) => [...sites],
};
