import { readFileSync } from 'node:fs';
import { defineSubgraph, type Subgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Literature linked to cancer sites, releases, cohorts. */
export const research: Subgraph = defineSubgraph('research', sdl, resolvers);

export type { ArticleRecord } from './literature/article.ts';
export { type ImportCounts, importArticles } from './literature/import-articles.ts';
export { landmarks } from './literature/landmarks.ts';
export {
  type BuildOptions,
  type BuildProgress,
  buildRelease,
} from './release/build.ts';
export { configureBuilds } from './release/configuration.ts';
export type { Manifest } from './release/manifest.ts';
