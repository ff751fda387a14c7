/** What the pages of projects ask of the graph. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  type ApplicationPartsFragment,
  ProjectChoicesDocument,
  ProjectDocument,
  type ProjectQuery,
  ProjectsDocument,
  type ProjectsQuery,
  ProjectTalliesDocument,
} from '../../graph/generated/graphql.ts';

export type Project = NonNullable<ProjectQuery['researchProject']>;
export type ListedProject = ProjectsQuery['researchProjects'][number];
export type Application = ApplicationPartsFragment;

/** Whatever is done to a project makes these be asked again. */
export const projectsKey = ['projects'];

export const projectsQuery = queryOptions({
  queryKey: [...projectsKey, 'list'],
  queryFn: ({ signal }) => execute(ProjectsDocument, {}, signal),
  staleTime: 0,
});

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: [...projectsKey, 'one', id],
    queryFn: async ({ signal }) => (await execute(ProjectDocument, { id }, signal)).researchProject,
    staleTime: 0,
  });

export const tallyQuery = (id: string) =>
  queryOptions({
    queryKey: [...projectsKey, 'tally', id],
    queryFn: async ({ signal }) =>
      (await execute(ProjectTalliesDocument, { id }, signal)).researchProject?.tally ?? null,
    staleTime: 0,
  });

export const choicesQuery = queryOptions({
  queryKey: ['project-choices'],
  queryFn: ({ signal }) => execute(ProjectChoicesDocument, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
