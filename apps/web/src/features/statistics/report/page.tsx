/** A report: chosen figures with words between them, kept in the address, printed as pages of A4. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiPlus, mdiPrinterOutline } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { stringifySearch } from '../../../address.ts';
import { CopyLink } from '../../../charts/figure/copy-link.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Icon } from '../../../design/icon.tsx';
import { ButtonLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { sourcesQuery } from '../asked.ts';
import { BlockView } from './block.tsx';
import { readDraft, writeDraft } from './draft.ts';
import {
  type Block,
  fits,
  MOST_BLOCKS,
  moved,
  ofNewest,
  type Report,
  reportOf,
  searchOfReport,
} from './report.ts';
import { Templates } from './templates.tsx';
import { WordsField } from './words-field.tsx';

export function ReportPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const report = useMemo(() => reportOf(search), [search]);
  const sources = useQuery(sourcesQuery);
  // Paper shows what is there: a figure that is still awaited would be an empty place.
  const awaited = useIsFetching();
  const [former, setFormer] = useState<Report | null>(null);
  const [full, setFull] = useState(false);
  const isEmpty = report.title === '' && report.blocks.length === 0;
  useEffect(() => {
    // Without an address the report is the one that was begun from the explorer.
    if (isEmpty) {
      const draft = readDraft();
      if (reportOf(draft).blocks.length > 0) set(draft);
    } else writeDraft(search);
  });
  const change = (next: Report) => {
    setFull(!fits(next));
    if (!fits(next)) return;
    setFormer(null);
    if (next.blocks.length === 0) writeDraft({});
    set(searchOfReport(next));
  };
  const withBlock = (place: number, block: Block): Report => ({
    ...report,
    blocks: report.blocks.with(place, block),
  });
  const remove = (place: number) => {
    change({ ...report, blocks: report.blocks.toSpliced(place, 1) });
    setFormer(report);
  };
  const numbers = report.blocks.map(
    (_, i) => report.blocks.slice(0, i + 1).filter(({ is }) => is === 'figure').length,
  );
  const isFull = report.blocks.length >= MOST_BLOCKS;
  return (
    <>
      <PageHeader
        title={report.title || t`Report`}
        actions={
          <Box {...screenOnly} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <CopyLink
              name={report.title || t`Report`}
              link={`${location.origin}/management/report${stringifySearch(searchOfReport(report))}`}
            />
            <Button
              variant="contained"
              startIcon={<Icon path={mdiPrinterOutline} />}
              disabled={report.blocks.length === 0 || awaited > 0}
              onClick={() => window.print()}
            >
              <Trans>Print, or save as PDF</Trans>
            </Button>
          </Box>
        }
      />
      <Box {...screenOnly} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <WordsField
          label={t`Title of the report`}
          words={report.title}
          longest={120}
          onKeep={(title) => change({ ...report, title })}
          sx={{ flex: '1 1 240px', maxWidth: 480 }}
        />
        <Button
          startIcon={<Icon path={mdiPlus} />}
          disabled={isFull}
          onClick={() =>
            change({ ...report, blocks: [...report.blocks, { is: 'text', text: '' }] })
          }
        >
          <Trans>Add a text</Trans>
        </Button>
        <ButtonLink to="/management/explorer" search={{}}>
          <Trans>Choose a figure in the explorer</Trans>
        </ButtonLink>
        {report.blocks.some(({ is }) => is === 'figure') && (
          <Button onClick={() => change(ofNewest(report))}>
            <Trans>Fill all figures from the newest source</Trans>
          </Button>
        )}
      </Box>
      <Templates
        report={report}
        onOpen={(next) => {
          setFormer(isEmpty ? null : report);
          set(searchOfReport(next));
        }}
      />
      {full && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>
            The report is stored in its address, which has no room for more: shorten the texts or
            divide the report.
          </Trans>
        </Alert>
      )}
      {former && (
        <Alert
          severity="info"
          sx={{ mb: 2 }}
          {...screenOnly}
          action={
            <Button color="inherit" onClick={() => change(former)}>
              <Trans>Undo</Trans>
            </Button>
          }
        >
          <Trans>Taken out of the report.</Trans>
        </Alert>
      )}
      {sources.isPending ? (
        <LoadingRows />
      ) : sources.isError ? (
        <ErrorPanel error={sources.error} retry={() => void sources.refetch()} />
      ) : report.blocks.length === 0 ? (
        <Empty>
          <Trans>
            The report is empty. Put a figure together in the explorer and add it here; texts stand
            between figures.
          </Trans>
        </Empty>
      ) : (
        report.blocks.map((block, place) => (
          <BlockView
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
            key={place}
            block={block}
            sources={sources.data}
            number={numbers[place] ?? 0}
            place={place}
            places={report.blocks.length}
            onChange={(next) => change(withBlock(place, next))}
            onMove={(by) => change(moved(report, place, place + by))}
            onRemove={() => remove(place)}
          />
        ))
      )}
    </>
  );
}
