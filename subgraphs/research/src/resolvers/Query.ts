import {
  approvedProjects,
  badInput,
  countBudget,
  countsUsed,
  decodeOne,
  notedQuestions,
  pageSize,
} from '@nodp/graph';
import { isDisease } from '@nodp/oncology/single-disease';
import { askCohort } from '../cohorts/cohort.ts';
import { parseInput } from '../cohorts/definition-input.ts';
import { drugExperience } from '../cohorts/drug-experience.ts';
import { localControl } from '../cohorts/local-control.ts';
import { similarPatients } from '../cohorts/similar.ts';
import { compareSurvival } from '../cohorts/survival.ts';
import { alterationsOf } from '../compared/alterations.ts';
import { askComparison } from '../compared/asked.ts';
import { baselineOf } from '../compared/baseline.ts';
import { codeOf } from '../compared/code.ts';
import { compareEndpoint } from '../compared/compare.ts';
import { coursesOf } from '../compared/courses.ts';
import { coxOf } from '../compared/cox.ts';
import { patternsOf } from '../compared/patterns.ts';
import { trajectoriesOf } from '../compared/trajectories.ts';
import { weightedOf } from '../compared/weighted.ts';
import { FORMAT_IDS, FORMATS } from '../data-exports/formats/registry.ts';
import { listRegister } from '../data-exports/register.ts';
import { dataSetsOf } from '../diseases/data-set.ts';
import { studyRow, studyRows } from '../documents/study-rows.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { listArticles } from '../literature/article-list.ts';
import { partnerRows } from '../partners/partner-rows.ts';
import { partnerStudyRows } from '../partners/partner-study-rows.ts';
import { ownPublicKey } from '../partners/signature.ts';
import { completedProjects } from '../projects/completed.ts';
import { DATA_ELEMENTS } from '../projects/elements.ts';
import { projectOf } from '../projects/project-rows.ts';
import { newestBuild, releaseOf, releasesOf } from '../release/release-rows.ts';
import { overlapOf } from '../saved/overlap.ts';
import { citedCohort, projectsOf, savedCohort, savedCohorts } from '../saved/saved-rows.ts';
import { studiesOf, studyOf } from '../studies/studies.ts';
import { answerStatement, workspaceOf, workspaceOncoprint } from '../workspace/workspace.ts';

const MOST_ARMS = 6;
const MOST_OVERLAPPING = 3;
const MOST_MONTHS = 240;
const MOST_LANDMARK = 120;

export const Query: QueryResolvers = {
  articles: (_, args, context) => listArticles(args, context),
  releases: (_, __, { session }) => releasesOf(session),
  release: (_, { number }, { session }) => releaseOf(session, number),
  releaseBuild: (_, __, { session }) => newestBuild(session),
  disclosureRule: (_, __, { resources }) => resources.releases.rule,
  countBudget: async (_, __, { session, resources }) => {
    const { perDay, used } = await countBudget(session, resources.releases.budget.perDay);
    return { perDay, used, left: Math.max(0, perDay - used) };
  },
  countsUsed: (_, { first }, { session, resources }) =>
    countsUsed(session, resources.releases.budget.perDay, pageSize(first, 100, 1000)),
  notedQuestions: async (_, { account, first }, { session }) =>
    (await notedQuestions(session, account ?? null, pageSize(first, 100, 1000))).map(
      (question) => ({
        ...question,
        description: question.words ?? { en: '', zh: '' },
      }),
    ),
  approvedProjects: (_, __, { session }) => approvedProjects(session),
  diseaseDataSets: async (_, { release }, { session }) => {
    const row = await releaseOf(session, release);
    return row === null ? [] : dataSetsOf(row);
  },
  diseaseDataSet: async (_, { id, release }, { session }) => {
    const row = isDisease(id) ? await releaseOf(session, release) : null;
    return row === null || !isDisease(id) ? null : { id, release: row };
  },
  studies: async (_, __, context) => [...(await studiesOf(context))],
  study: (_, { id }, context) => studyOf(context, id),
  cohort: async (_, { definition, release }, context) => {
    const row = await releaseOf(context.session, release);
    return row === null ? null : askCohort(context, parseInput(definition), row);
  },
  savedCohorts: (_, { removed }, { session }) => savedCohorts(session, removed ?? false),
  savedCohort: (_, { id }, { session }) => savedCohort(session, decodeOne('SavedCohort', id)),
  citedCohort: (_, { hash }, { session }) => citedCohort(session, hash),
  researchProjects: (_, __, { session }) => projectsOf(session),
  researchProject: (_, { id }, { session }) => projectOf(session, decodeOne('ResearchProject', id)),
  researchStudies: (_, { removed }, { session }) => studyRows(session, removed ?? false),
  researchStudy: (_, { id }, { session }) => studyRow(session, decodeOne('ResearchStudy', id)),
  partners: (_, __, { session }) => partnerRows(session),
  partnerKey: async (_, __, { resources }) => {
    const { id, key } = await ownPublicKey(resources.releases.folder);
    return { id, key: JSON.stringify(key) };
  },
  partnerStudies: (_, { first }, { session }) =>
    partnerStudyRows(session, pageSize(first, 50, 100)),
  workspace: (_, args, context) => workspaceOf(context, args),
  workspaceAnswer: (_, args, context) => answerStatement(context, args),
  workspaceOncoprint: (_, args, context) => workspaceOncoprint(context, args),
  completedProjects: async (_, __, { session }) =>
    (await completedProjects(session)).map(({ institutions, releases, ...project }) => ({
      ...project,
      ...{ institutions: [...institutions], releases: [...releases] },
    })),
  exportRegister: (_, args, { session }) => listRegister(args, session),
  dataExportForms: () => FORMAT_IDS.map((format) => ({ format, label: FORMATS[format].label })),
  dataElements: () => [...DATA_ELEMENTS],
  cohortOverlap: async (_, { definitions, release }, context) => {
    if (definitions.length < 2 || definitions.length > MOST_OVERLAPPING)
      throw badInput(`Give 2 to ${MOST_OVERLAPPING} cohorts, not ${definitions.length}.`);
    const row = await releaseOf(context.session, release);
    return row === null ? null : overlapOf(context, definitions, row);
  },
  drugExperience: async (_, args, context) => {
    const row = await releaseOf(context.session, null);
    return row === null ? null : drugExperience(context, args, row);
  },
  localControl: async (_, args, context) => {
    const row = await releaseOf(context.session, null);
    return row === null ? null : localControl(context, args, row);
  },
  compareSurvival: async (_, { arms, release, months, landmark, delayedEntry }, context) => {
    const { session } = context;
    const until = months ?? 60;
    const from = landmark ?? 0;
    if (from > 0 && delayedEntry)
      throw badInput('Give a landmark or delayedEntry: they are two designs.');
    if (from < 0 || from > MOST_LANDMARK)
      throw badInput(`A landmark is 1 to ${MOST_LANDMARK} months after diagnosis, not ${from}.`);
    if (until < 1 || until > MOST_MONTHS)
      throw badInput(`Curves go to 1 to ${MOST_MONTHS} months, not ${until}.`);
    if (arms.length < 1 || arms.length > MOST_ARMS)
      throw badInput(`Give 1 to ${MOST_ARMS} cohorts, not ${arms.length}.`);
    const row = await releaseOf(session, release);
    if (row === null) return null;
    const asked = await Promise.all(arms.map((arm) => askCohort(context, parseInput(arm), row)));
    return compareSurvival(context, asked, row, {
      months: until,
      landmark: from,
      delayedEntry: delayedEntry ?? false,
    });
  },
  compareEndpoint: async (_, { comparison }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && compareEndpoint(context, asked);
  },
  baselineTable: async (_, { comparison }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && baselineOf(context, asked);
  },
  alterationTable: async (_, { comparison, genes }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && alterationsOf(context, asked, genes);
  },
  comparisonCode: async (_, { comparison, covariates }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && codeOf(context, asked, covariates);
  },
  treatmentCourses: async (_, { comparison, lines }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && coursesOf(context, asked, lines ?? 3);
  },
  alterationPatterns: async (_, { comparison, genes, tracks }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && patternsOf(context, asked, genes, tracks ?? []);
  },
  laboratoryTrajectories: async (_, { comparison, analyte }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && trajectoriesOf(context, asked, analyte);
  },
  weightedComparison: async (_, { comparison, covariates }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && weightedOf(context, asked, covariates);
  },
  coxAnalysis: async (_, { comparison, covariates }, context) => {
    const asked = await askComparison(context, comparison);
    return asked && coxOf(context, asked, covariates);
  },
  similarPatients: (_, args, context) => similarPatients(args, context),
};
