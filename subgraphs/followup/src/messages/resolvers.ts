import type {
  MessageConnectionResolvers,
  MutationResolvers,
  PatientResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { actOnMessage, planMessage } from './acts.ts';
import {
  CHANNELS,
  type MessageOccasion,
  OCCASIONS,
  PLACEHOLDERS,
  placeholdersOf,
} from './occasions.ts';
import { listMessages, Message, messageRows } from './rows.ts';
import {
  listTemplates,
  MessageTemplate,
  MessageTemplateVersion,
  saveTemplate,
} from './templates.ts';

const Query: QueryResolvers = {
  messageForms: () =>
    (Object.keys(OCCASIONS) as MessageOccasion[]).flatMap((occasion) =>
      CHANNELS.map((channel) => ({
        ...{ occasion, channel, ...OCCASIONS[occasion].start[channel] },
        placeholders: placeholdersOf(occasion, channel).map((name) => ({
          ...{ name, meaning: PLACEHOLDERS[name] },
          needed: OCCASIONS[occasion].needed.includes(name),
        })),
      })),
    ),
  messageTemplates: (_, __, context) => listTemplates(context),
  messages: (_, args, context) => listMessages(args, context),
};

const Mutation: MutationResolvers = {
  saveMessageTemplate: async (_, args, context) => {
    const { template, problems } = await saveTemplate(args, context);
    return { template, problems: [...problems] };
  },
  planMessage: (_, args, context) => planMessage(args, context),
  actOnMessage: (_, args, context) => actOnMessage(args, context),
};

const MessageConnection: MessageConnectionResolvers = {
  totalCount: (list) => list.totalCount(),
};

const Patient: PatientResolvers = {
  messages: ({ patientId }, _, context) => context.once(messageRows).load(patientId),
};

export const resolvers = {
  Query,
  Mutation,
  Patient,
  Message,
  MessageConnection,
  MessageTemplate,
  MessageTemplateVersion,
};
