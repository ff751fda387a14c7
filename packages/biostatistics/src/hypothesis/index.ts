export * from './exact-two-sided.ts';
