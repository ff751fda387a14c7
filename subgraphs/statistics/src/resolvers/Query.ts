import { QUALITY_INDICATORS } from '@nodp/oncology';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { measuresOf } from '../questions/allowed.ts';
import { answerQuestion } from '../questions/answer.ts';
import { everyRegion } from '../regions/region-rows.ts';
import { everyDataSet } from '../registry-data/data-set-rows.ts';
import { savedReports } from '../reports/templates.ts';
import { everySource, sourceOf } from '../sources/sources.ts';

export const Query: QueryResolvers = {
  aggregateDataSets: (_, _args, { session }) => session.run(everyDataSet),
  regions: (_, _args, { session }) => session.run(everyRegion),
  statisticsSources: (_, _args, { session, resources }) => everySource(resources.releases, session),
  statisticsIndicators: () =>
    QUALITY_INDICATORS.map((one) => ({
      ...one,
      sites: [...one.sites],
      notJudged: one.notReleased,
    })),
  statisticsMeasures: async (_, { source }, { session, resources }) =>
    measuresOf(await sourceOf(resources.releases, session, source)),
  savedReports: (_, _args, { session }) => savedReports(session),
  statistics: async (_, { question }, { session, resources }) =>
    answerQuestion(await sourceOf(resources.releases, session, question.source), question),
};
