import { defineSubgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

/** Literature linked to cancer sites, releases, cohorts. */
export const research = defineSubgraph({
  name: 'research',
  folder: new URL('..', import.meta.url),
  resolvers,
  needs: ['releases'],
});

export { dataExportJob } from './data-exports/data-export-job.ts';
export { deleteExpiredExports } from './data-exports/expiry.ts';
export { dataExportFile } from './data-exports/files.ts';
export { releasedExport } from './data-exports/granted.ts';
export { type Traced, traceExport } from './data-exports/trace.ts';
export { copyExport } from './export/copy-export.ts';
export type { ArticleRecord } from './literature/article.ts';
export { type ImportCounts, importArticles } from './literature/import-articles.ts';
export { landmarks } from './literature/landmarks.ts';
export { LINK_ARTICLES, linkArticlesJob, linksOutdated } from './literature/link-job.ts';
export { type BuildOptions, buildRelease } from './release/build.ts';
export { RELEASE_BUILD, releaseBuildJob } from './release/build-job.ts';
export type { BuildProgress } from './release/build-progress.ts';
export { releaseProblems } from './release/check-files.ts';
export type { Manifest } from './release/manifest.ts';
export { newestRelease } from './release/newest-release.ts';
export { listStudies, loadStudy } from './studies/load/load-study.ts';
export type { StudyProblem } from './studies/read/problem.ts';
export { deleteClosedWorkspaces } from './workspace/rows-ready.ts';
