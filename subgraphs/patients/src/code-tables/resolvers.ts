import { targetOf } from '@nodp/terminology/code-tables';
import type { CodeMappingResolvers, LocalCodeResolvers } from '../generated/resolvers.ts';

export const LocalCode: LocalCodeResolvers = {
  id: ({ institutionId, domain, system, code }) =>
    Buffer.from(JSON.stringify([institutionId, domain, system, code])).toString('base64url'),
  institution: ({ institutionId }) => ({ institutionId }),
  examples: ({ examples }) => [...examples],
  mapping: (row) => (row.targetCode === null ? null : row),
};

export const CodeMapping: CodeMappingResolvers = {
  version: ({ mappingId }) => mappingId ?? 0,
  target: ({ domain, targetSystem, targetCode }) =>
    targetSystem === null || targetCode === null
      ? null
      : (targetOf(domain, targetSystem, targetCode) ?? {
          ...{ system: targetSystem, code: targetCode, label: null },
        }),
  reason: ({ reason }) => reason ?? '',
  by: ({ accountId }) => accountId ?? '',
  at: ({ recordedAt }) => recordedAt ?? '',
};
