/** What the exports of a project are asked of the graph. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  DataExportFormsDocument,
  type DataExportPartsFragment,
  ProjectExportsDocument,
} from '../../../graph/generated/graphql.ts';
import { projectsKey } from '../queries.ts';

export type DataExport = DataExportPartsFragment;

/** States in which the platform works, so that the answer changes by itself. */
const WORKING: readonly DataExport['state'][] = ['REQUESTED', 'CONSENTED'];
const EVERY = 2000;

export const exportsQuery = (id: string) =>
  queryOptions({
    queryKey: [...projectsKey, 'exports', id],
    queryFn: async ({ signal }) =>
      (await execute(ProjectExportsDocument, { id }, signal)).researchProject?.exports ?? [],
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => WORKING.includes(one.state)) ? EVERY : false,
  });

export const formsQuery = queryOptions({
  queryKey: ['data-export-forms'],
  queryFn: async ({ signal }) =>
    (await execute(DataExportFormsDocument, {}, signal)).dataExportForms,
  staleTime: Number.POSITIVE_INFINITY,
});
