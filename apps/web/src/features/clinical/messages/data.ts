/** Letters and text messages: listed and planned by the graph; their words come from the gateway, which alone makes them. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { codeOfStatus, execute, GraphError, post } from '../../../graph/execute.ts';
import {
  ActOnMessageDocument,
  type MessageAct,
  type MessageChannel,
  type MessagesQuery,
  MessageTemplatesDocument,
  type MessageTemplatesQuery,
  PatientMessagesDocument,
} from '../../../graph/generated/graphql.ts';
import type { Label } from '../../../i18n/label.ts';

export type ListedMessage = MessagesQuery['messages']['edges'][number]['node'];
export type ShownMessage = Omit<ListedMessage, 'patient'>;
export type Template = MessageTemplatesQuery['messageTemplates'][number];
export type Form = MessageTemplatesQuery['messageForms'][number];

/** A message as it goes out. */
export interface MessageText {
  readonly channel: MessageChannel;
  readonly title: string;
  readonly text: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

const ask = async <Answer>(path: string, body: object, signal?: AbortSignal): Promise<Answer> => {
  const response = await post(`/messages/${path}`, body, signal);
  const told = (await response.json().catch(() => null)) as (Answer & { message?: Label }) | null;
  if (response.ok && told !== null) return told;
  const words = told?.message;
  throw new GraphError(
    codeOfStatus(response.status),
    words === undefined ? '' : `${words.en} / ${words.zh}`,
    response.headers.get('x-request-id'),
  );
};

/** Each look at a message's words is audited: it is asked for when it is wanted, and not kept. */
export const textQuery = (message: string) =>
  queryOptions({
    queryKey: ['messages', 'text', message],
    queryFn: ({ signal }) => ask<MessageText>('text', { message }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const previewQuery = (about: string, template: string, language: string) =>
  queryOptions({
    queryKey: ['messages', 'preview', about, template, language],
    queryFn: ({ signal }) => ask<MessageText>('preview', { about, template, language }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

interface Example {
  readonly problems: readonly Label[];
  readonly en: { readonly title: string; readonly text: string };
  readonly zh: { readonly title: string; readonly text: string };
}

export const exampleQuery = (template: {
  occasion: string;
  channel: string;
  title: Label;
  text: Label;
}) =>
  queryOptions({
    queryKey: ['messages', 'example', template],
    queryFn: ({ signal }) => ask<Example>('example', template, signal),
    placeholderData: keepPreviousData,
  });

export const gatewayQuery = queryOptions({
  queryKey: ['messages', 'gateway'],
  queryFn: ({ signal }) => ask<{ configured: boolean }>('gateway', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const templatesQuery = queryOptions({
  queryKey: ['messages', 'templates'],
  queryFn: ({ signal }) => execute(MessageTemplatesDocument, {}, signal),
});

export const patientMessagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', 'patient', id],
    queryFn: async ({ signal }) =>
      (await execute(PatientMessagesDocument, { id }, signal)).patient?.messages ?? [],
  });

export const useActOnMessage = (done?: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, act }: { id: string; act: MessageAct }) =>
      (await execute(ActOnMessageDocument, { id, act })).actOnMessage,
    onSuccess: async ({ problem }) => {
      if (problem === null || problem === undefined) done?.();
      await client.invalidateQueries({ queryKey: ['messages'] });
    },
  });
};
