/** What the tables and columns of a release are. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Facts, PageHeader, Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatCount, formatUnit } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { dictionaryQuery } from '../queries.ts';
import { ExportPanel } from './export-panel.tsx';

export function DictionaryPage() {
  const { t } = useLingui();
  const label = useLabel();
  const { releaseNumber } = useParams({ strict: false });
  const number = /^[1-9]\d{0,8}$/.test(releaseNumber ?? '') ? Number(releaseNumber) : null;
  const query = useQuery(dictionaryQuery(number));
  const release = query.data;
  const times: Record<string, string> = { a: t`years`, mo: t`months`, d: t`days` };
  const unit = (ucum: string | null) => times[ucum ?? ''] ?? (formatUnit(ucum) || '—');
  return (
    <>
      <PageHeader
        title={t`Data dictionary`}
        detail={release && <Trans>of release {release.number}</Trans>}
      />
      {query.isPending ? (
        <LoadingRows rows={10} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : !release ? (
        <Empty>
          <Trans>There is no such release</Trans>
        </Empty>
      ) : (
        <>
          <Panel title={<Trans>Release {release.number}</Trans>}>
            <Facts
              facts={[
                { name: t`Built`, value: formatInstant(release.builtAt) },
                { name: t`Persons`, value: countOf(release.persons) },
                { name: t`Cases`, value: countOf(release.cases) },
                {
                  name: t`Years of diagnosis`,
                  value: release.firstYear && `${release.firstYear}–${release.lastYear}`,
                },
                { name: t`Checksum (SHA-256)`, value: <code>{release.checksum}</code> },
                { name: t`Code lists (digest)`, value: <code>{release.vocabulary}</code> },
              ]}
            />
          </Panel>
          <ExportPanel exported={release.export} />
          {release.dictionary.map((table) => (
            <Panel
              key={table.name}
              flush
              title={<code>{table.name}</code>}
              detail={label(table.description)}
            >
              <SimpleTable
                label={t`Columns of ${table.name}`}
                rows={table.columns}
                rowKey={(column) => column.name}
                columns={[
                  { header: t`Column`, cell: (c) => <code>{c.name}</code>, nowrap: true },
                  { header: t`What it says`, cell: (c) => label(c.description), leastWidth: 220 },
                  { header: t`Type`, cell: (c) => c.type, nowrap: true },
                  { header: t`Unit`, cell: (c) => unit(c.unit), nowrap: true },
                  { header: t`Codes`, cell: (c) => c.codes ?? '—', leastWidth: 140 },
                  {
                    header: t`Made from`,
                    cell: (c) =>
                      c.source === null ? t`the release itself` : <code>{c.source}</code>,
                  },
                ]}
              />
            </Panel>
          ))}
        </>
      )}
    </>
  );
}

const countOf = ({ value }: { value: number | null }) =>
  value === null ? '—' : formatCount(value);
