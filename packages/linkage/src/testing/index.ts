export { chinesePersons, type SaidOf } from './chinese-persons.ts';
export { type Evaluation, evaluate, type Linked } from './evaluate.ts';
export { FEBRL_FIELDS, type Febrl, febrlKeys, readFebrl } from './febrl.ts';
export { type FebrlLike, febrlLike } from './febrl-like.ts';
