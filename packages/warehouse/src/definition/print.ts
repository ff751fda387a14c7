import { type Label, SITE_GROUPS } from '@nodp/terminology';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { drugOfAtc, regimen } from '@nodp/terminology/drugs';
import { morphologyLabel } from '@nodp/terminology/morphology';
import { provinceOf } from '@nodp/terminology/provinces';
import type {
  CohortDefinition,
  CohortSex,
  CohortStage,
  Finding,
  Range,
  TreatmentKind,
} from './definition.ts';

export const STAGE_LABELS: Readonly<Record<CohortStage, Label>> = {
  STAGE_0: { en: 'stage 0', zh: '0期' },
  STAGE_I: { en: 'stage I', zh: 'I期' },
  STAGE_II: { en: 'stage II', zh: 'II期' },
  STAGE_III: { en: 'stage III', zh: 'III期' },
  STAGE_IV: { en: 'stage IV', zh: 'IV期' },
  UNKNOWN: { en: 'stage unknown', zh: '分期不详' },
};
export const SEX_LABELS: Readonly<Record<CohortSex, Label>> = {
  FEMALE: { en: 'female', zh: '女性' },
  MALE: { en: 'male', zh: '男性' },
  OTHER: { en: 'other sex', zh: '其他性别' },
  UNKNOWN: { en: 'sex unknown', zh: '性别不详' },
};
const KINDS: Readonly<Record<TreatmentKind, Label>> = {
  SURGERY: { en: 'surgery', zh: '手术' },
  RADIOTHERAPY: { en: 'radiotherapy', zh: '放射治疗' },
  SYSTEMIC: { en: 'systemic treatment', zh: '全身治疗' },
  OTHER: { en: 'other treatment', zh: '其他治疗' },
};
const FOUND: Readonly<Record<Finding, Label>> = {
  positive: { en: 'positive', zh: '阳性' },
  negative: { en: 'negative', zh: '阴性' },
  equivocal: { en: 'equivocal', zh: '可疑' },
};

const same = (text: string): Label => ({ en: text, zh: text });
const siteLabel = (id: string): Label =>
  SITE_GROUPS.find((group) => group.id === id)?.label ?? same(id);
const drugLabel = (atc: string): Label => drugOfAtc(atc)?.label ?? same(atc);
const regimenLabel = (id: string): Label =>
  regimen(id) === null ? same(id) : { en: id, zh: `${id}方案` };
const biomarkerLabel = (id: string): Label =>
  biomarkers().find((b) => b.id === id)?.label ?? same(id);
const histologyLabel = (code: string): Label => {
  const found = morphologyLabel(code.includes('/') ? code : `${code}/3`);
  return found === null
    ? same(code)
    : { en: `${found.en} (${code})`, zh: `${found.zh}（${code}）` };
};

const join = (labels: readonly Label[], en: string, zh: string): Label => ({
  en: labels.map((l) => l.en).join(en),
  zh: labels.map((l) => l.zh).join(zh),
});
const or = (labels: readonly Label[]): Label => join(labels, ' or ', '或');

const rangeLabel = ({ from, to }: Range): Label => {
  if (from !== undefined && to !== undefined)
    return from === to ? same(String(from)) : { en: `${from} to ${to}`, zh: `${from}至${to}` };
  if (from !== undefined) return { en: `${from} or more`, zh: `${from}及以上` };
  return { en: `${to ?? '…'} or less`, zh: `${to ?? '…'}及以下` };
};
const years = ({ from, to }: Range): Label => {
  if (from !== undefined && to !== undefined)
    return from === to
      ? { en: `in ${from}`, zh: `${from}年` }
      : { en: `from ${from} to ${to}`, zh: `${from}至${to}年` };
  if (from !== undefined) return { en: `in ${from} or later`, zh: `${from}年及以后` };
  return { en: `in ${to ?? '…'} or earlier`, zh: `${to ?? '…'}年及以前` };
};
const about = (en: string, zh: string, label: Label): Label => ({
  en: `${en}${label.en}`,
  zh: `${zh}${label.zh}`,
});

/** Brackets where a part would otherwise be read into what stands around it. */
const part = (definition: CohortDefinition): Label => {
  const label = print(definition);
  const nested = 'of' in definition && Array.isArray(definition.of) && definition.of.length > 1;
  return nested ? { en: `(${label.en})`, zh: `（${label.zh}）` } : label;
};

/** A definition in plain words. */
export const print = (definition: CohortDefinition): Label => {
  switch (definition.op) {
    case 'all':
      return definition.of.length === 0
        ? { en: 'everyone', zh: '全部人群' }
        : join(definition.of.map(part), ' and ', '，且');
    case 'any':
      return join(definition.of.map(part), ' or ', '，或');
    case 'not':
      return { en: `not ${part(definition.of).en}`, zh: `非“${print(definition.of).zh}”` };
    case 'atLeast': {
      const parts = join(definition.of.map(part), '; ', '；');
      return {
        en: `at least ${definition.least} of: ${parts.en}`,
        zh: `至少满足${definition.least}项：${parts.zh}`,
      };
    }
    case 'site':
      return about('cancer of ', '部位：', or(definition.siteGroups.map(siteLabel)));
    case 'histology':
      return about('histology ', '组织学类型：', or(definition.morphologies.map(histologyLabel)));
    case 'stage':
      return or(definition.stages.map((stage) => STAGE_LABELS[stage]));
    case 'sex':
      return or(definition.sexes.map((sex) => SEX_LABELS[sex]));
    case 'age':
      return about('aged ', '诊断年龄：', rangeLabel(definition));
    case 'year':
      return about('diagnosed ', '诊断年份：', years(definition));
    case 'province':
      return about(
        'reported from ',
        '上报省份：',
        or(definition.provinces.map((code) => provinceOf(code)?.label ?? same(code))),
      );
    case 'treatment': {
      const { kind, drugs = [], regimens = [] } = definition;
      const parts = [
        ...(kind === undefined ? [] : [KINDS[kind]]),
        ...(drugs.length === 0 ? [] : [about('with ', '药物为', or(drugs.map(drugLabel)))]),
        ...(regimens.length === 0
          ? []
          : [about('by regimen ', '方案为', or(regimens.map(regimenLabel)))]),
      ];
      return about('treated: ', '接受治疗：', join(parts, ' ', '，'));
    }
    case 'biomarker': {
      const { findings = [] } = definition;
      const found: Label =
        findings.length === 0
          ? { en: 'tested', zh: '已检测' }
          : or(findings.map((finding) => FOUND[finding]));
      const name = biomarkerLabel(definition.biomarker);
      return { en: `${name.en} ${found.en}`, zh: `${name.zh}${found.zh}` };
    }
  }
};
