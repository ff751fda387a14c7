export * from './fit.ts';
export * from './hold-back.ts';
export * from './nordpred.ts';
