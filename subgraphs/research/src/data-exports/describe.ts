import type { CohortDefinition } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import type { Label } from '@nodp/terminology';
import { parseInput } from '../cohorts/definition-input.ts';
import { DAY_ERROR, INTERVAL_ERROR } from '../export/jitter.ts';
import { exportedColumns } from '../export/manifest.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { DataExportManifest, Proposal, Recipient } from './data-export.ts';
import type { Leaving } from './formats/format.ts';
import type { FormatId } from './formats/registry.ts';

export interface Described {
  readonly id: string;
  readonly project: DataExportManifest['project'];
  readonly release: DataExportManifest['release'];
  readonly cohort: { readonly hash: string; readonly definition: CohortDefinition } | null;
  readonly sites: readonly string[];
  readonly format: FormatId;
  readonly requestedBy: Label;
  readonly recipient: Recipient;
  readonly proposal: Proposal;
  readonly tables: Leaving['tables'];
  readonly files: DataExportManifest['files'];
  readonly conditions: string;
  readonly packedAt: Date;
}

const ROW_KEYS: Label = {
  en: 'Persons have keys of this recipient alone; they mean nothing elsewhere.',
  zh: '个人编号仅属于本接收人，在其他地方没有意义。',
};
const MARK: Label = {
  en: 'Days carry a mark of this recipient: a day may be off by one more because of it.',
  zh: '日数含有本接收人的标记，因此可能再偏差一日。',
};
const LICENCE: Label = {
  en: 'For the project named here alone; not to be passed on, joined with data that name persons, or used to find out who somebody is. Every copy is deleted by the end of the project, and its deletion certified.',
  zh: '仅供此处所列课题使用；不得转交、不得与可识别个人的数据关联、不得试图识别个人。课题结束前须删除全部副本并出具删除证明。',
};

const citation = ({ release, id, packedAt }: Described): Label => {
  const year = packedAt.getUTCFullYear();
  return {
    en: `National Oncology Data Platform, release ${release.number} (SHA-256 ${release.checksum}), data export ${id}, ${year}.`,
    zh: `国家肿瘤数据平台，发布版${release.number}（SHA-256 ${release.checksum}），数据导出${id}，${year}年。`,
  };
};

/** What is written beside the files of an export. */
export const describeDataExport = (of: Described): DataExportManifest => {
  const levels = Object.fromEntries(
    QUASI_IDENTIFIERS.map(({ name }, i) => [name, of.proposal.levels[i] as number]),
  );
  const { id, project, release, sites, format, requestedBy, recipient, files, conditions } = of;
  return {
    ...{ id, project, release, sites, format, requestedBy, recipient, files, conditions },
    cohort: of.cohort && {
      ...of.cohort,
      inWords: print(parseInput(of.cohort.definition).definition),
    },
    packedAt: of.packedAt.toISOString(),
    protection: {
      ...of.proposal,
      // The mark moves a day by one within its pair.
      days: { error: DAY_ERROR + 1, intervalError: INTERVAL_ERROR + 2 },
      rowKeys: ROW_KEYS,
      mark: MARK,
    },
    tables: of.tables.map(({ name, columns }) => ({
      name,
      columns: exportedColumns(name, levels).filter((column) => columns.includes(column.name)),
    })),
    licence: LICENCE,
    citeAs: citation(of),
  };
};
