export * from './codes.ts';
export { type Place, placeOf, type References } from './place.ts';
export { quantityOf } from './quantity.ts';
