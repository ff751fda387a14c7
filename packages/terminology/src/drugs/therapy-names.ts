import { once, rows } from '../rows.ts';
import { drugOfName } from './drugs.ts';
import { THERAPY_NAME_ROWS } from './therapy-name-rows.ts';

const names = once(() => new Map(rows(THERAPY_NAME_ROWS).map(([en = '', zh = '']) => [en, zh])));

/** Abbreviations of regimens are written alike in both languages. */
const ABBREVIATION = /^[A-Z]{2,}(-\d|-[A-Z]+)?$/;

const REGIMEN = / (?:regimen|protocol)$/i;

/**
 * The Chinese name of a drug, a class of drugs or a regimen that an English text names whole; null where none is recorded. `FOLFIRI
 * Regimen` is FOLFIRI方案, `Dabrafenib/Trametinib Regimen` the names of both with 方案.
 */
export function chineseTherapyName(text: string): string | null {
  const plain = text.trim();
  const known = drugOfName(plain)?.label.zh ?? names().get(plain.toLowerCase());
  if (!REGIMEN.test(plain)) return known ?? null;
  const parts = plain.replace(REGIMEN, '').split('/');
  const read = parts.map((part) => (ABBREVIATION.test(part) ? part : chineseTherapyName(part)));
  return read.includes(null) ? null : `${read.join('/')}方案`;
}
