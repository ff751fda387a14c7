/** Tables of the research pool: releases and what is asked of them, literature, projects and what leaves. */
export * from './tables/cohorts.ts';
export * from './tables/data-exports.ts';
export * from './tables/literature.ts';
export * from './tables/partners.ts';
export * from './tables/projects.ts';
export * from './tables/releases.ts';
export { research } from './tables/schema.ts';
export * from './tables/study-documents.ts';
