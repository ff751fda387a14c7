/** Every measurement of every lesion. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatInstant, formatPartialDate } from '../../../../format/date.ts';
import { TermWords } from '../term.tsx';
import type { Lesion } from './data.ts';
import { ImageLink } from './image-link.tsx';
import { useSeriesWords } from './series-choices.ts';
import { type Study, shownOn } from './shown-on.ts';
import { positionWords, roleWords, stateWords } from './words.ts';

type Props = {
  patientId: string;
  studies: readonly Study[];
  lesions: readonly Lesion[];
  busy?: boolean;
  /** Absent for who may not. */
  onChange?: (lesion: Lesion) => void;
  onWithdraw?: (lesion: Lesion) => void;
};

export function LesionTable({ patientId, studies, lesions, busy, onChange, onWithdraw }: Props) {
  const { t, i18n } = useLingui();
  const wordsOf = useSeriesWords();
  return (
    <Panel title={t`Measurements of lesions`} flush>
      <SimpleTable
        label={t`Measurements of lesions`}
        rows={lesions}
        stacks
        rowKey={({ id }) => id}
        maxHeight={420}
        columns={[
          { header: t`Date`, cell: (l) => formatPartialDate(l.date), nowrap: true },
          { header: t`Lesion`, cell: (l) => l.lesion, nowrap: true },
          { header: t`Kind`, cell: (l) => i18n._(roleWords[l.role]), nowrap: true },
          {
            header: t`Organ`,
            cell: (l) => (l.organ ? <TermWords term={l.organ} /> : l.node ? t`lymph node` : null),
          },
          { header: t`Where in the organ`, cell: (l) => l.site },
          { header: t`mm`, cell: (l) => l.millimetres, align: 'right' },
          { header: t`Seen`, cell: (l) => i18n._(stateWords[l.state]) },
          {
            header: t`Method`,
            cell: (l) =>
              [l.modality, l.sliceMillimetres && t`slices ${l.sliceMillimetres} mm`]
                .filter(Boolean)
                .join(' · ') || null,
          },
          {
            header: t`Series`,
            cell: (l) => {
              const shown = shownOn(studies, l);
              if (shown !== null)
                return (
                  <ImageLink patientId={patientId} study={shown.study}>
                    {wordsOf(shown.study, shown.series)}
                  </ImageLink>
                );
              const uid = l.seriesUid ?? l.studyUid;
              return (
                uid && (
                  <Box component="span" sx={{ typography: 'caption', overflowWrap: 'anywhere' }}>
                    {uid}
                  </Box>
                )
              );
            },
            leastWidth: 120,
          },
          {
            header: t`Against the irradiated volume`,
            cell: (l) => l.fieldPosition && i18n._(positionWords[l.fieldPosition]),
          },
          { header: t`Measured by`, cell: (l) => l.measuredBy },
          {
            header: t`Source`,
            cell: (l) =>
              l.enteredBy
                ? t`entered by ${l.enteredBy}, ${formatInstant(l.enteredAt)}`
                : t`sent by the hospital’s system`,
          },
          { header: t`Note`, cell: (l) => l.note },
          {
            header: t`Change`,
            cell: (l) =>
              l.own &&
              onChange &&
              onWithdraw && (
                <Stack direction="row" className="no-print">
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() => onChange(l)}
                    aria-label={t`Change ${l.lesion} of ${l.date ?? ''}`}
                  >
                    <Trans>Change</Trans>
                  </Button>
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() => onWithdraw(l)}
                    aria-label={t`Withdraw ${l.lesion} of ${l.date ?? ''}`}
                  >
                    <Trans>Withdraw</Trans>
                  </Button>
                </Stack>
              ),
          },
        ]}
      />
    </Panel>
  );
}
