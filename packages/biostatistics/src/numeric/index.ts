export * from './dense.ts';
export * from './least-squares.ts';
export * from './monotone-root.ts';
export * from './poisson-regression.ts';
export * from './random.ts';
