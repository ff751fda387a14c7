export * from './basic.ts';
export * from './columns.ts';
export * from './shown-columns.ts';
