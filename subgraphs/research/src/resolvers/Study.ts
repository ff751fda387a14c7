import type { StudyResolvers } from '../generated/resolvers.ts';
import {
  studyEndpoints,
  studyEnrichment,
  studyOncoprint,
  studySurvival,
} from '../studies/analyse.ts';
import { attributesOf, genesOf, sitesOf } from '../studies/studies.ts';

export const Study: StudyResolvers = {
  patients: ({ counts }) => counts.patients,
  samples: ({ counts }) => counts.samples,
  mutations: ({ counts }) => counts.mutations,
  copyNumbers: ({ counts }) => counts.copy_numbers,
  structuralVariants: ({ counts }) => counts.structural_variants,
  events: ({ counts }) => counts.timeline,
  unread: ({ problemCount }) => problemCount,
  problems: ({ problems }) => [...problems],
  passedOver: ({ passedOver }) => [...passedOver],
  attributes: (study, _, context) => attributesOf(context, study),
  sites: (study, _, context) => sitesOf(context, study),
  genes: (study, { first }, context) => genesOf(context, study, first),
  oncoprint: (study, { genes, attributes, unit }, context) =>
    studyOncoprint(context, study, {
      genes,
      attributes: attributes ?? [],
      unit: unit ?? 'PATIENTS',
    }),
  enrichment: (study, { attribute, first, second, unit }, context) =>
    studyEnrichment(context, study, {
      ...{ attribute, first, second: second ?? null },
      unit: unit ?? 'PATIENTS',
    }),
  endpoints: (study, _, context) => studyEndpoints(context, study),
  survival: (study, { endpoint, gene, attribute }, context) =>
    studySurvival(context, study, {
      ...{ endpoint, gene: gene ?? null, attribute: attribute ?? null },
    }),
};
