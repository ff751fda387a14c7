export { differentValidNumbers, normalNumber } from './compare/number.ts';
export { countPatterns, type PatternCount } from './model/em.ts';
export {
  type Field,
  type FieldWeights,
  type Model,
  type Pattern,
  patternOf,
} from './model/field.ts';
export { type Frequencies, frequenciesOfCounts } from './model/frequency.ts';
export { type FieldScore, type PairScore, scorePair } from './model/score.ts';
export { chineseSurname, pinyinWords } from './names/pinyin-of-names.ts';
export {
  type ResidentIdentity,
  residentIdentity,
  residentNumber,
} from './names/resident-identity.ts';
export {
  type Decision,
  decide,
  differentPersons,
  THRESHOLDS,
  type Thresholds,
} from './person/decide.ts';
export { nameTerms, PERSON_FIELDS } from './person/fields.ts';
export { personKeys } from './person/keys.ts';
export { learnPersonModel, personModel } from './person/model.ts';
export { type Person, type PersonSaid, readPerson } from './person/person.ts';
