/** The series of the study, by a picture of the middle of each. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { AppLink } from '../../../design/links.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { thumbnailAddress } from './address.ts';
import type { Chosen } from './series.ts';

export const useSeriesName = (): ((chosen: Chosen) => string) => {
  const label = useLabel();
  return ({ series }) =>
    [series.number, series.descriptionLabel ? label(series.descriptionLabel) : series.modality.code]
      .filter(Boolean)
      .join(' ');
};

type Props = { patientId: string; held: readonly Chosen[]; chosen: Chosen };

export function SeriesStrip({ patientId, held, chosen }: Props) {
  const { t } = useLingui();
  const nameOf = useSeriesName();
  return (
    <Box component="ul" aria-label={t`Series of the study`} sx={strip}>
      {held.map((one) => {
        const isShown = one.series.seriesInstanceUid === chosen.series.seriesInstanceUid;
        return (
          <Box component="li" key={one.series.seriesInstanceUid}>
            <AppLink
              to="/clinical/patients/$patientId/images/$studyUid"
              params={{ patientId, studyUid: one.studyUid }}
              search={{ series: one.series.seriesInstanceUid }}
              preload={false}
              underline="none"
              color="inherit"
              aria-current={isShown ? 'true' : undefined}
              sx={{
                ...{ display: 'block', p: 0.5, borderRadius: 1, border: '1px solid' },
                borderColor: isShown ? 'primary.main' : 'divider',
              }}
            >
              <Box
                component="img"
                src={thumbnailAddress(one.studyUid, one.series.seriesInstanceUid)}
                alt=""
                loading="lazy"
                onError={(event) => {
                  event.currentTarget.style.visibility = 'hidden';
                }}
                width={72}
                height={72}
                sx={{ objectFit: 'contain', bgcolor: 'common.black', display: 'block' }}
              />
              <Typography
                variant="caption"
                component="div"
                noWrap
                title={nameOf(one)}
                sx={{ width: 72 }}
              >
                {nameOf(one)}
              </Typography>
            </AppLink>
          </Box>
        );
      })}
    </Box>
  );
}

const strip = {
  ...{ display: 'flex', gap: 0.5, m: 0, p: 0, listStyle: 'none', overflowX: 'auto' },
  flexShrink: 0,
} as const;
