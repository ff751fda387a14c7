import type { Resolvers } from '../generated/resolvers.ts';
import { AggregateDataSet, AggregateLoad, AggregateLoaded } from './AggregateDataSet.ts';
import { Institution } from './Institution.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Population, Region, Registration } from './Region.ts';
import { CasesInProvince, Release } from './Release.ts';
import { SavedReport } from './SavedReport.ts';
import { SimilarPatients } from './SimilarPatients.ts';
import { StatisticsAxis, StatisticsSource } from './Statistics.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  AggregateDataSet,
  AggregateLoad,
  AggregateLoaded,
  Region,
  Population,
  Registration,
  Institution,
  Release,
  CasesInProvince,
  SavedReport,
  SimilarPatients,
  StatisticsSource,
  StatisticsAxis,
};
