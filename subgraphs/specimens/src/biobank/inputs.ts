import { badInput } from '@nodp/graph';
import { siteGroupOf } from '@nodp/terminology';
import { icd10Label } from '@nodp/terminology/icd-10';
import { isTopography } from '@nodp/terminology/topography';
import { v7 as uuidv7 } from 'uuid';
import type { CollectionInput, SpecimenInput } from '../generated/resolvers.ts';
import { thousandths, written } from './rules/amounts.ts';
import {
  isPreservation,
  isProcedure,
  isSampleType,
  isSprec,
  isUnit,
  isUse,
  storageOf,
} from './rules/terms.ts';

/** @throws BAD_USER_INPUT outside of `least` to `most` characters */
export const text = (field: string, given: string, least: number, most: number): string => {
  const words = given.trim();
  if (words.length < least || words.length > most)
    throw badInput(
      `\`${field}\` must have ${least} to ${most} characters. / “${field}”须为 ${least} 至 ${most} 个字符。`,
    );
  return words;
};

export const bounded = (
  field: string,
  value: number | null | undefined,
  from: number,
  to: number,
): number | null => {
  if (value == null) return null;
  if (!(value >= from && value <= to))
    throw badInput(
      `\`${field}\` must be from ${from} to ${to}, not ${value}. / “${field}”须在 ${from} 至 ${to} 之间。`,
    );
  return value;
};

/** From near absolute zero to beyond any autoclave. */
export const celsiusOf = (value: number | null | undefined): number | null =>
  bounded('celsius', value, -273, 150);

export const amountOf = (field: string, value: number): string => {
  const whole = thousandths(value);
  if (whole === null)
    throw badInput(
      `\`${field}\` must be above 0 and say no more than thousandths, not ${value}. / “${field}”须大于0，至多三位小数。`,
    );
  return written(whole);
};

export const term = (field: string, code: string, fits: (code: string) => boolean): string => {
  if (!fits(code))
    throw badInput(
      `\`${field}\`: “${code}” is no term of biobankTerms. / “${field}”：“${code}”不是样本库术语。`,
    );
  return code;
};

export const usesOf = (uses: readonly string[]): string[] => {
  if (uses.length === 0)
    throw badInput('`uses` names at least one use. / “uses”至少选择一项用途。');
  return [...new Set(uses.map((use) => term('uses', use, isUse)))];
};

export const storageColumns = (code: string | null | undefined) => {
  if (code == null) return { temperature: null, min_celsius: null, max_celsius: null };
  const storage = storageOf(code);
  if (storage === null)
    throw badInput(
      `\`temperature\`: “${code}” is no term of biobankTerms. / “${code}”不是贮存温度术语。`,
    );
  return { temperature: code, min_celsius: storage.min, max_celsius: storage.max };
};

const sprecOf = (code: string | null | undefined): string | null => {
  if (code == null || code.trim() === '') return null;
  const given = code.trim().toUpperCase();
  if (!isSprec(given))
    throw badInput(
      '`sprec` has seven elements joined by hyphens, e.g. XXX-XXX-X-X-XXX-X-X. / SPREC由七个要素以连字符相连。',
    );
  return given;
};

/** A specimen as the functions of the database read it: columns of bank_specimen. */
export const specimenColumnsOf = (input: SpecimenInput, level?: 'DERIVED' | 'ALIQUOT') => ({
  id: uuidv7(),
  level: level ?? null,
  barcode: text('barcode', input.barcode, 1, 60),
  type: term('type', input.type, isSampleType),
  preservation: term('preservation', input.preservation, isPreservation),
  sprec: sprecOf(input.sprec),
  amount: amountOf('amount', input.amount),
  unit: term('unit', input.unit, isUnit),
  concentration: bounded('concentration', input.concentration, 0, 1e9),
  concentration_unit:
    input.concentrationUnit == null
      ? null
      : text('concentrationUnit', input.concentrationUnit, 1, 20),
  tumour_content: bounded('tumourContent', input.tumourContent, 0, 100),
  rin: bounded('rin', input.rin, 1, 10),
  ...storageColumns(input.temperature),
});

/** A collection event as the database reads it. The site group is of the diagnosis, else of the topography. */
export const eventColumnsOf = (input: CollectionInput) => {
  const topography = input.topography?.trim().toUpperCase() || null;
  const diagnosis = input.diagnosis?.trim().toUpperCase() || null;
  if (topography !== null && !isTopography(topography))
    throw badInput(
      `\`topography\`: “${topography}” is no code of ICD-O-3. / “${topography}”不是ICD-O-3部位编码。`,
    );
  if (diagnosis !== null && icd10Label(diagnosis) === null)
    throw badInput(
      `\`diagnosis\`: “${diagnosis}” is no code of ICD-10 that is known here. / “${diagnosis}”不是已知的ICD-10编码。`,
    );
  return {
    id: uuidv7(),
    collected_at: input.collectedAt,
    procedure: term('procedure', input.procedure, isProcedure),
    topography,
    diagnosis,
    site_group:
      (diagnosis !== null ? siteGroupOf(diagnosis) : null) ??
      (topography !== null ? siteGroupOf(topography) : null),
    warm_ischaemia: bounded('warmIschaemia', input.warmIschaemia, 0, 10_000),
    cold_ischaemia: bounded('coldIschaemia', input.coldIschaemia, 0, 10_000),
  };
};

/** @throws BAD_USER_INPUT where a list is empty or too long */
export const many = <One>(field: string, list: readonly One[], most: number): readonly One[] => {
  if (list.length < 1 || list.length > most)
    throw badInput(
      `\`${field}\` must be 1 to ${most}, not ${list.length}. / “${field}”须为 1 至 ${most} 项。`,
    );
  return list;
};
