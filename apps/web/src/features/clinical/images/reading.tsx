/** A study read: its stack, the prior beside it, what is measured and what is made of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Busy } from '../../../design/busy.tsx';
import { formatDay } from '../../../format/date.ts';
import { meQuery } from '../../../session/me.ts';
import type { Patient } from '../patient/data.ts';
import { responseQuery } from '../patient/response/data.ts';
import { followedOf, placeOf, readingsOf } from './follow.ts';
import { toolOfKey } from './keys.ts';
import { MeasuredBefore } from './measure-panel.tsx';
import { Measuring } from './measuring.tsx';
import { useOver } from './over/use-over.tsx';
import { ReportContent } from './report-content.tsx';
import { type Chosen, priorOf, type SeriesImages, seriesQuery } from './series.ts';
import { StackPane } from './stack-pane.tsx';
import type { Drawing } from './stage/drawn.ts';
import { depthOf, nearest, type Picture } from './stage/instance.ts';
import { measurementsQuery } from './stage/measurements.ts';
import type { Tool } from './stage/tools.ts';
import { SeriesStrip, useSeriesName } from './strip.tsx';
import { Toolbar } from './toolbar.tsx';
import { CT_WINDOWS, type CtWindow, windowsOf } from './windows.ts';
import { contentWords } from './words.ts';

type Props = { patient: Patient; chosen: Chosen; held: readonly Chosen[] };

/** The metadata of a series, or what is said instead while there are none. */
export function Reading({ patient, chosen, held }: Props) {
  const { t } = useLingui();
  const query = useQuery(seriesQuery(chosen));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, flex: 1, minHeight: 0 }}>
      {held.length > 1 && <SeriesStrip patientId={patient.id} held={held} chosen={chosen} />}
      {query.isPending && <Busy label={t`Opening the series`} />}
      {query.isError && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" onClick={() => void query.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>The images could not be opened</Trans>
        </Alert>
      )}
      {query.data && (
        <Content
          key={chosen.series.seriesInstanceUid}
          patient={patient}
          chosen={chosen}
          images={query.data}
        />
      )}
    </Box>
  );
}

function Content({ patient, chosen, images }: Omit<Props, 'held'> & { images: SeriesImages }) {
  const { t } = useLingui();
  const { content, pictures, instances } = images;
  if (content === 'PICTURES' && pictures.length > 0)
    return <Stage patient={patient} chosen={chosen} pictures={pictures} />;
  return (
    <>
      <Alert severity="info">{t(contentWords[content === 'PICTURES' ? 'OTHER' : content])}</Alert>
      {content === 'REPORT' && <ReportContent instances={instances} />}
    </>
  );
}

const NONE: readonly Picture[] = [];

function Stage({
  patient,
  chosen,
  pictures,
}: Omit<Props, 'held'> & { pictures: readonly Picture[] }) {
  const { t } = useLingui();
  const nameOf = useSeriesName();
  const { data: me } = useQuery(meQuery);
  const mayMeasure = me?.scopes.includes('lesion:enter') === true;
  const first = pictures[0] as Picture;
  const [at, setAt] = useState(Math.floor((pictures.length - 1) / 2));
  const [tool, setTool] = useState<Tool>('SCROLL');
  const [preset, setPreset] = useState<CtWindow | 'file'>('file');
  const [inverted, setInverted] = useState(false);
  const [reset, setReset] = useState(0);
  const [compared, setCompared] = useState(false);
  const [linked, setLinked] = useState(true);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const prior = useMemo(() => priorOf(patient.imagingStudies, chosen), [patient, chosen]);
  const beside = useBeside(compared ? prior : null, pictures, at, linked);
  const over = useOver(chosen, first.frameOfReference);
  const measured = useQuery(measurementsQuery(chosen.studyUid));
  const response = useQuery(responseQuery(patient.id));
  const saved = measured.data ?? [];
  const day = chosen.study.startedAt ? formatDay(chosen.study.startedAt) : '';
  const isCt = first.modality === 'CT';
  const window = preset === 'file' ? null : CT_WINDOWS[preset];
  const onKey = (key: string): boolean => {
    const tool = toolOfKey(key);
    if (tool !== null && (mayMeasure || !['LENGTH', 'BIDIRECTIONAL', 'ELLIPSE'].includes(tool)))
      setTool(tool);
    else if (key === 'i' || key === 'I') setInverted((now) => !now);
    else if (key === 'r' || key === 'R') setReset((now) => now + 1);
    else if ((key === 'c' || key === 'C') && prior !== null) setCompared((now) => !now);
    else if (isCt && /^[1-6]$/.test(key))
      setPreset(windowsOf(first.bodyPart)[Number(key) - 1] ?? 'file');
    else return false;
    return true;
  };
  const shared = {
    ...{ tool, window, inverted, reset, onKey, measurements: saved, onDrawn: setDrawing },
  };
  const title = (one: Chosen): ReactNode => (
    <>
      {one.study.startedAt && formatDay(one.study.startedAt)} · {nameOf(one)}
    </>
  );
  return (
    <>
      <Toolbar
        tool={tool}
        onTool={setTool}
        mayMeasure={mayMeasure}
        bodyPart={isCt ? first.bodyPart : null}
        window={preset}
        onWindow={setPreset}
        onInvert={() => setInverted((now) => !now)}
        onReset={() => setReset((now) => now + 1)}
        compared={compared}
        onCompare={prior && (() => setCompared((now) => !now))}
        linked={linked}
        onLink={() => setLinked((now) => !now)}
      />
      {over.choice}
      <Box sx={columns}>
        <Box sx={stacks}>
          <StackPane
            {...shared}
            id="current"
            name={t`Images`}
            title={title(chosen)}
            pictures={pictures}
            at={at}
            onAt={setAt}
            overlays={over.overlays}
          />
          {compared && prior && beside.failed && (
            <Alert severity="error">
              <Trans>The images could not be opened</Trans>
            </Alert>
          )}
          {compared && prior && beside.pictures.length > 0 && (
            <StackPane
              {...shared}
              id="prior"
              name={t`Prior`}
              title={title(prior)}
              pictures={beside.pictures}
              at={beside.at}
              onAt={beside.setAt}
            />
          )}
        </Box>
        {mayMeasure ? (
          <Measuring
            patient={patient}
            chosen={chosen}
            pictures={pictures}
            drawing={drawing}
            onSettled={() => setDrawing(null)}
            onAt={setAt}
            onTool={setTool}
            measurements={measured}
            response={response}
            me={me ?? null}
          />
        ) : (
          <Box component="aside" aria-label={t`Measurements`} sx={{ minWidth: 0 }}>
            <MeasuredBefore
              followed={followedOf(response.data?.lesions ?? [], saved, chosen.studyUid, day)}
              measurements={saved.filter(({ study }) => study === chosen.studyUid)}
              onGo={(one) => setAt(Math.max(0, placeOf(pictures, one)))}
              readings={readingsOf(saved, chosen.studyUid)}
              assessments={response.data?.response.assessments ?? []}
              day={day}
            />
          </Box>
        )}
      </Box>
    </>
  );
}

/** The prior's stack, at the depth of the current one for as long as both are scrolled together. */
const useBeside = (
  prior: Chosen | null,
  pictures: readonly Picture[],
  at: number,
  linked: boolean,
) => {
  const query = useQuery({
    ...(prior ? seriesQuery(prior) : { queryKey: ['series-images', 'none'] as string[] }),
    enabled: prior !== null,
  } as ReturnType<typeof seriesQuery>);
  const [own, setOwn] = useState<number | null>(null);
  const there = (prior && query.data?.pictures) || NONE;
  const shown = pictures[at];
  const parallel = there[0] && shown && there[0].depth !== null && shown.depth !== null;
  const together = (): number =>
    parallel
      ? nearest(there, depthOf(there[0] as Picture, shown.origin))
      : Math.min(at, Math.max(0, there.length - 1));
  return {
    pictures: there,
    failed: query.isError,
    at: linked || own === null ? together() : own,
    setAt: setOwn,
  };
};

const columns = {
  ...{ display: 'grid', gap: 1.5, flex: 1, minHeight: 0 },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' },
} as const;
const stacks = {
  ...{ display: 'flex', gap: 1, minWidth: 0, minHeight: { md: 480 } },
  flexDirection: { xs: 'column', sm: 'row' },
} as const;
