export * from './basic.ts';
export * from './columns.ts';
