export * from './pooled-estimates.ts';
