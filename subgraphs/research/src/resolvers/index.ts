import type { Resolvers } from '../generated/resolvers.ts';
import { Article, ArticleConnection } from './Article.ts';
import { Cohort, DefinitionProblem } from './Cohort.ts';
import { DataExport, DataExportProposal, RegisteredExport } from './DataExport.ts';
import { DiseaseDataSet, DiseaseElement } from './DiseaseDataSet.ts';
import { Mutation } from './Mutation.ts';
import { Partner, PartnerAnswer, PartnerStudy, StudyAnswer, StudyLine } from './Partner.ts';
import { Publication } from './Publication.ts';
import { Query } from './Query.ts';
import { Release, ReleaseBuild } from './Release.ts';
import { ReleaseExport } from './ReleaseExport.ts';
import {
  ProjectApplication,
  ProjectElement,
  ProjectGrant,
  ProjectStep,
  ResearchProject,
} from './ResearchProject.ts';
import { ResearchStudy, ResearchStudyVersion } from './ResearchStudy.ts';
import { SavedCohort, SavedCohortVersion } from './SavedCohort.ts';
import { Study } from './Study.ts';
import { Tumour } from './Tumour.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Article,
  ArticleConnection,
  Cohort,
  DataExport,
  DataExportProposal,
  DefinitionProblem,
  DiseaseDataSet,
  DiseaseElement,
  Partner,
  PartnerAnswer,
  PartnerStudy,
  Publication,
  RegisteredExport,
  Release,
  ReleaseBuild,
  ReleaseExport,
  ProjectApplication,
  ProjectElement,
  ProjectGrant,
  ProjectStep,
  ResearchProject,
  ResearchStudy,
  ResearchStudyVersion,
  SavedCohort,
  SavedCohortVersion,
  Study,
  StudyAnswer,
  StudyLine,
  Tumour,
};
