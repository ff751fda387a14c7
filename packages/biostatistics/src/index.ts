export * from './errors.ts';
export * from './special/index.ts';
