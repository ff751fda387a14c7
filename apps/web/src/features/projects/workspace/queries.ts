/** What a workspace asks of the graph. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  CancelWorkspaceStatementDocument,
  WorkspaceAnswerDocument,
  type WorkspaceAnswerQuery,
  WorkspaceDocument,
  WorkspaceOncoprintDocument,
  type WorkspaceOncoprintQuery,
  type WorkspaceOncoprintQueryVariables,
  type WorkspaceQuery,
} from '../../../graph/generated/graphql.ts';

export type Workspace = WorkspaceQuery['workspace'];
export type WorkspaceTable = Workspace['tables'][number];
export type WorkspaceColumn = WorkspaceTable['columns'][number];
export type Answer = WorkspaceAnswerQuery['workspaceAnswer'];
export type Oncoprint = WorkspaceOncoprintQuery['workspaceOncoprint'];

const PREPARING_EVERY = 2000;

export const workspaceQuery = (project: string, release: number) =>
  queryOptions({
    queryKey: ['workspace', project, release],
    queryFn: async ({ signal }) =>
      (await execute(WorkspaceDocument, { project, release }, signal)).workspace,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.rows === 'PREPARING' ? PREPARING_EVERY : false),
  });

/** Not asked again by itself: an answer costs the project’s budget, and a look is in the audit. */
export const answerQuery = (project: string, release: number, sql: string) =>
  queryOptions({
    queryKey: ['workspace-answer', project, release, sql],
    queryFn: async ({ signal }) =>
      (await execute(WorkspaceAnswerDocument, { project, release, sql }, signal)).workspaceAnswer,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Not asked again by itself: a look is in the audit. */
export const oncoprintQuery = (asked: WorkspaceOncoprintQueryVariables) =>
  queryOptions({
    queryKey: ['workspace-oncoprint', asked],
    queryFn: async ({ signal }) =>
      (await execute(WorkspaceOncoprintDocument, asked, signal)).workspaceOncoprint,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const cancelStatement = () => execute(CancelWorkspaceStatementDocument, {});
