/** The tumour boards of a week: who is discussed, in which order, and what was decided. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiChevronLeft, mdiChevronRight, mdiPrinter } from '@mdi/js';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Icon } from '../../../design/icon.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { PrintSelection } from '../../../design/print/parts.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { formatDay, isDay } from '../../../format/date.ts';
import { type Meeting, weekQuery } from './data.ts';
import { MeetingPanel } from './meeting-panel.tsx';
import { addDays, mondayOf } from './week.ts';

const MeetingDialog = lazy(async () => ({
  default: (await import('./meeting-dialog.tsx')).MeetingDialog,
}));
const CaseDialog = lazy(async () => ({
  default: (await import('./case-dialog.tsx')).CaseDialog,
}));

type Asking = { meeting: Meeting | null; what: 'meeting' | 'case' };

export function BoardPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const [today] = useState(() => formatDay(Date.now()));
  const week = search.week ?? '';
  const monday = mondayOf(isDay(week) ? week : today);
  const sunday = addDays(monday, 6);
  const query = useQuery(weekQuery(monday));
  const [asking, setAsking] = useState<Asking | null>(null);
  const go = (to: string) => set({ week: to === mondayOf(today) ? undefined : to });
  return (
    <>
      <PageHeader
        title={t`Tumour board`}
        detail={
          <span role="status">
            {monday} – {sunday}
          </span>
        }
        actions={
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <Button
              variant="outlined"
              onClick={() => setAsking({ meeting: null, what: 'meeting' })}
            >
              <Trans>Plan a meeting</Trans>
            </Button>
            <Button variant="contained" onClick={() => setAsking({ meeting: null, what: 'case' })}>
              <Trans>Add a patient</Trans>
            </Button>
          </Stack>
        }
      />
      <PrintSelection name={t`Week`}>
        {monday} – {sunday}
      </PrintSelection>
      <Stack
        direction="row"
        role="group"
        aria-label={t`Week`}
        className="screen-only"
        sx={{ gap: 0.5, mb: 1.5, alignItems: 'center', flexWrap: 'wrap', flexShrink: 0 }}
      >
        <Step
          words={t`Former week`}
          icon={mdiChevronLeft}
          onClick={() => go(addDays(monday, -7))}
        />
        <Button
          variant="outlined"
          disabled={monday === mondayOf(today)}
          onClick={() => set({ week: undefined })}
        >
          <Trans>This week</Trans>
        </Button>
        <Step words={t`Next week`} icon={mdiChevronRight} onClick={() => go(addDays(monday, 7))} />
        <Step words={t`Print the list`} icon={mdiPrinter} onClick={() => window.print()} />
      </Stack>
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty>
          <Trans>No meeting of the tumour board is planned in this week</Trans>
        </Empty>
      ) : (
        query.data.map((meeting) => (
          <MeetingPanel
            key={meeting.id}
            meeting={meeting}
            onAdd={() => setAsking({ meeting, what: 'case' })}
            onChange={() => setAsking({ meeting, what: 'meeting' })}
          />
        ))
      )}
      <Suspense>
        {asking?.what === 'meeting' && (
          <MeetingDialog
            meeting={asking.meeting}
            day={monday < today && today <= sunday ? today : monday}
            onClose={() => setAsking(null)}
          />
        )}
        {asking?.what === 'case' && (
          <CaseDialog
            patient={null}
            meeting={asking.meeting?.id ?? null}
            waiting={null}
            onClose={() => setAsking(null)}
          />
        )}
      </Suspense>
    </>
  );
}

const Step = ({ words, icon, onClick }: { words: string; icon: string; onClick: () => void }) => (
  <Tooltip title={words}>
    <IconButton aria-label={words} onClick={onClick}>
      <Icon path={icon} />
    </IconButton>
  </Tooltip>
);
