/** The register of exports: what left the platform, to which institution, and what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { dataExportStateWords } from '../../../design/data-export-words.ts';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { PagedTable } from '../../../design/paged-table.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import {
  ExportRegisterDocument,
  type ExportRegisterQuery,
} from '../../../graph/generated/graphql.ts';

type Row = ExportRegisterQuery['exportRegister']['edges'][number]['node'];

export function ExportRegisterPage() {
  const { t, i18n } = useLingui();
  const paged = usePaged(
    ['export-register'],
    async (after, signal) =>
      (await execute(ExportRegisterDocument, { after }, signal)).exportRegister,
  );
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'project',
        header: t`Project`,
        width: 'minmax(160px, 1.4fr)',
        wraps: true,
        cell: ({ project }) => project,
      },
      {
        id: 'institution',
        header: t`Recipient`,
        width: 'minmax(140px, 1fr)',
        wraps: true,
        cell: ({ institution }) => institution,
      },
      {
        id: 'columns',
        header: t`What left`,
        width: 'minmax(180px, 1.6fr)',
        wraps: true,
        cell: ({ release, format, elements }) =>
          t`Release ${release}, ${format}: ${elements.map(({ table, column }) => `${table}.${column}`).join(', ')}`,
      },
      {
        id: 'released',
        header: t`Released at`,
        width: '150px',
        cell: ({ releasedAt }) => formatInstant(releasedAt),
      },
      {
        id: 'state',
        header: t`State`,
        width: 'minmax(160px, 1fr)',
        wraps: true,
        cell: ({ state, deletedAt, certified }) =>
          [
            i18n._(dataExportStateWords[state]),
            deletedAt === null ? null : t`deleted here ${formatInstant(deletedAt)}`,
            certified ? t`deletion certified by the recipient` : null,
          ]
            .filter((one) => one !== null)
            .join(' · '),
      },
    ],
    [t, i18n],
  );
  return (
    <>
      <PageHeader
        title={t`Register of exports`}
        detail={<Trans>rows that left the platform, by project and recipient</Trans>}
      />
      <PagedTable
        paged={paged}
        label={t`Register of exports`}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<Trans>Nothing was exported yet</Trans>}
      />
    </>
  );
}
