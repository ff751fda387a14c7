import type { Problem } from '@nodp/cohorts/engine';
import type { Disclosed } from '@nodp/disclosure';
import type { AskedCohort } from './cohorts/cohort.ts';
import type { DataExportRow, Proposal } from './data-exports/data-export.ts';
import type { RegisteredRow } from './data-exports/rows.ts';
import type { AskedDataSet, AskedElement } from './diseases/data-set.ts';
import type { Line } from './documents/line.ts';
import type { StudyRow, StudyVersionRow } from './documents/study-rows.ts';
import type { ExportReport } from './export/report.ts';
import type { ArticleList } from './literature/article-list.ts';
import type { ArticleRow } from './literature/article-rows.ts';
import type { Answer } from './partners/answer.ts';
import type { PartnerAnswerRow } from './partners/own-studies.ts';
import type { PartnerRow } from './partners/partner-rows.ts';
import type { PartnerStudyRow } from './partners/partner-study-rows.ts';
import type { Application, GrantedElement, Pending, StepRow } from './projects/project.ts';
import type { GrantRow } from './projects/project-rows.ts';
import type { BuildRow, ReleaseRow } from './release/release-rows.ts';
import type { ProjectRow, SavedCohortRow, VersionRow } from './saved/saved-rows.ts';
import type { StudyManifest } from './studies/load/load-study.ts';
import type { answerStatement, workspaceOf } from './workspace/workspace.ts';

export type ArticleModel = ArticleRow;

/** A page of articles; how many there are is counted only where it is asked for. */
export type ArticleConnectionModel = ArticleList;

/** A tumour is known here by what the patients subgraph says of it: its id and its site. */
export interface TumourModel {
  readonly id: string;
  readonly siteGroup: string | null;
}

/** A publication is known by its PubMed number. */
export interface PublicationModel {
  readonly pmid: string;
}

/** A release as its row says; counts in it are not disclosed yet. */
export type ReleaseModel = ReleaseRow;

/** How an export was made, exact: its numbers are not disclosed yet. */
export type ReleaseExportModel = ExportReport;

/** A build as its row says. */
export type ReleaseBuildModel = BuildRow;

/** A definition asked of a release; what it counts is counted where it is asked for. */
export type CohortModel = AskedCohort;

export type DefinitionProblemModel = Problem;

/** A count that leaves is one that passed disclosure control: no other value has this type. */
export type DisclosedCountModel = Disclosed;

/** A saved cohort as its row says; its versions are read where they are asked for. */
export type SavedCohortModel = SavedCohortRow;

export type SavedCohortVersionModel = VersionRow;

export type ResearchProjectModel = ProjectRow;

/** An export of a project as its row says. */
export type DataExportModel = DataExportRow;

export type DataExportProposalModel = Proposal;

/** A released export as the register tells it. */
export type RegisteredExportModel = RegisteredRow;

/** A data set asked of a release; what is counted of it is counted where it is asked for. */
export type DiseaseDataSetModel = AskedDataSet;

export type DiseaseElementModel = AskedElement;

export type ProjectElementModel = GrantedElement;

export type ProjectApplicationModel = Application;

export type ProjectChangeModel = Pending;

export type ProjectGrantModel = GrantRow;

/** A step, and whom its letter is to. */
export interface ProjectStepModel {
  readonly step: StepRow;
  readonly project: ProjectRow;
}

/** A study from outside as its manifest says; what it holds is read where it is asked for. */
export type StudyModel = StudyManifest;

/** A workspace, and what a statement was answered in it, as they are made. */
export type WorkspaceModel = Awaited<ReturnType<typeof workspaceOf>>;
export type WorkspaceAnswerModel = Awaited<ReturnType<typeof answerStatement>>;

/** A study as its row says; its versions are read where they are asked for. */
export type ResearchStudyModel = StudyRow;
export type ResearchStudyVersionModel = StudyVersionRow;

export type PartnerModel = PartnerRow;
export type PartnerStudyModel = PartnerStudyRow;
export type PartnerAnswerModel = PartnerAnswerRow;
export type StudyAnswerModel = Answer;
export type StudyLineModel = Line;
