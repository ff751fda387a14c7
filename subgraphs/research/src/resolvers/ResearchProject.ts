import { encodeId, nationalDay } from '@nodp/graph';
import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import type { DataExportRow } from '../data-exports/data-export.ts';
import { exportsOfProjects } from '../data-exports/rows.ts';
import type {
  ProjectApplicationResolvers,
  ProjectElementResolvers,
  ProjectGrantResolvers,
  ProjectStepResolvers,
  ResearchProjectResolvers,
} from '../generated/resolvers.ts';
import { deadlinesOf } from '../projects/deadlines.ts';
import { letterOf } from '../projects/letters.ts';
import { inForce } from '../projects/permissions.ts';
import type { StepRow } from '../projects/project.ts';
import { type GrantRow, grantsOf, stepsOf } from '../projects/project-rows.ts';
import { openSteps, QUORUM, tally } from '../projects/rule.ts';
import { situationOf } from '../projects/take-step.ts';

const steps = ({ session }: Context) =>
  new DataLoader<string, readonly StepRow[]>((ids) => stepsOf(session, ids));
const dataExports = ({ session }: Context) =>
  new DataLoader<string, readonly DataExportRow[]>((ids) => exportsOfProjects(session, ids));
const grants = ({ session }: Context) =>
  new DataLoader<string, GrantRow | null>((ids) => grantsOf(session, ids));

export const ResearchProject: ResearchProjectResolvers = {
  id: ({ id }) => encodeId('ResearchProject', id),
  owner: ({ ownerName }) => ownerName,
  mine: ({ ownerId }, _, { principal }) => ownerId === principal.accountId,
  members: ({ members }) => [...members],
  grant: ({ id }, _, context) => context.once(grants).load(id),
  steps: async (project, _, context) =>
    (await context.once(steps).load(project.id)).map((step) => ({ step, project })),
  deadlines: async ({ id, state, pending, ownerId }, _, context) => {
    const [of, grant] = await Promise.all([
      context.once(steps).load(id),
      context.once(grants).load(id),
    ]);
    const today = nationalDay(new Date());
    const own = ownerId === context.principal.accountId;
    return deadlinesOf({ state, pending, steps: of, until: grant?.until ?? null, today }).map(
      ({ kind, due, by }) => ({
        ...{ kind, due, overdue: due < today },
        mine: own === (by === 'APPLICANT'),
      }),
    );
  },
  exports: async ({ id }, _, context) => [...(await context.once(dataExports).load(id))],
  openSteps: async (row, _, context) =>
    openSteps(situationOf(context.session, row, await context.once(steps).load(row.id))),
  tally: async ({ id, round }, _, context) => {
    const { conflicted, ...votes } = tally(await context.once(steps).load(id), round);
    return { ...votes, conflicted: conflicted.length, quorum: QUORUM };
  },
};

export const ProjectElement: ProjectElementResolvers = {
  permissions: ({ permissions }) => [...permissions],
};

export const ProjectApplication: ProjectApplicationResolvers = {
  elements: ({ elements }) => [...elements],
  releases: ({ releases }) => [...releases],
  sites: ({ sites }) => [...sites],
  team: ({ team }) => [...team],
};

export const ProjectGrant: ProjectGrantResolvers = {
  elements: ({ elements }) => [...elements],
  releases: ({ releases }) => [...releases],
  sites: ({ sites }) => [...sites],
  inForce: (grant) => inForce(grant, nationalDay(new Date())),
};

export const ProjectStep: ProjectStepResolvers = {
  number: ({ step }) => step.number,
  kind: ({ step }) => step.kind,
  round: ({ step }) => step.round,
  by: ({ step }) => step.byName,
  at: ({ step }) => step.at,
  words: ({ step }) => step.words,
  ballot: ({ step }) => step.detail.ballot ?? null,
  letter: ({ step, project }) =>
    letterOf({ title: project.title, applicant: project.ownerName }, step),
};
