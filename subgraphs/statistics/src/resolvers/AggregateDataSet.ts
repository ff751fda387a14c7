import type {
  AggregateDataSetResolvers,
  AggregateLoadedResolvers,
  AggregateLoadResolvers,
} from '../generated/resolvers.ts';

export const AggregateDataSet: AggregateDataSetResolvers = {
  name: ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }),
  source: ({ sourceEn, sourceZh }) => ({ en: sourceEn, zh: sourceZh }),
};

export const AggregateLoad: AggregateLoadResolvers = {
  errors: ({ problems }) => problems.errors,
  remarks: ({ problems }) => problems.remarks,
  problems: ({ problems }) => problems.told,
};

export const AggregateLoaded: AggregateLoadedResolvers = {
  id: ({ read }) => read.about.id,
  name: ({ read }) => read.about.name,
  version: ({ put }) => put?.version ?? null,
  unchanged: ({ put }) => put?.unchanged ?? false,
  registries: ({ read }) => ('areas' in read ? read.areas.length : null),
};
