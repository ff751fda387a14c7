export {
  DRUG_CLASSES,
  type Drug,
  type DrugClass,
  drug,
  drugOfAtc,
  drugOfName,
  drugOfRxnorm,
  drugs,
  drugsInText,
  drugsOfAtc,
  MODALITIES,
  type Modality,
} from './drugs.ts';
export { type Regimen, regimen, regimens, regimensOf } from './regimens.ts';
export { drugOfSnomed } from './substances.ts';
export { chineseTherapyName } from './therapy-names.ts';
