export * from './errors.ts';
export * from './special/index.ts';
export * from './survival/index.ts';
export * from './competing-risks/index.ts';
export * from './rates/index.ts';
export * from './hypothesis/index.ts';
