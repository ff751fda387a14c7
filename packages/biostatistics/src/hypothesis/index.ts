export * from './anova.ts';
export * from './chi-square.ts';
export * from './exact-two-sided.ts';
export * from './fisher-exact.ts';
export * from './kruskal-wallis.ts';
export * from './multiplicity.ts';
export * from './t-test.ts';
export type { CountTable } from './table.ts';
export * from './wilcoxon.ts';
