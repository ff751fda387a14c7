/** Courses of systemic treatment of each cohort, line by line: a Sankey diagram and its figures. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Sankey } from '../../../charts/sankey/sankey.tsx';
import { useWidth } from '../../../charts/use-width.ts';
import { okabeIto } from '../../../design/palette.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import type { CourseEnd } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { ArmHeading, type Compared, figureOfEach } from './of-arms.tsx';
import { OnDemand } from './on-demand.tsx';
import { type Courses, coursesQuery } from './queries.ts';

type Arm = Courses['arms'][number];
type Course = Arm['courses'][number];

const hues = [
  ...[okabeIto.blue, okabeIto.orange, okabeIto.green, okabeIto.purple],
  ...[okabeIto.vermillion, okabeIto.skyBlue, okabeIto.yellow],
];
const grey = okabeIto.grey;
/** Names that no drug has. */
const [none, rest] = [' none', ' rest'];
const ends: readonly CourseEnd[] = ['DIED', 'NO_FURTHER_LINE', 'LATER_LINE'];

export function CoursesPanel(props: Compared) {
  const { t } = useLingui();
  return (
    <OnDemand
      name="courses"
      title={<Trans>Lines of treatment</Trans>}
      detail={<Trans>persons by course of systemic treatment</Trans>}
      ask={t`Show the courses of treatment`}
    >
      <Figures {...props} />
    </OnDemand>
  );
}

function Figures({ comparison, chosen, rule }: Compared) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(coursesQuery(comparison));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  if (!data) return null;
  return (
    <>
      {figureOfEach(data.arms, chosen, (arm, name) => (
        <One arm={arm} name={name} rule={rule} />
      ))}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
        {label(data.lineRule)} {label(data.leftOut)}{' '}
        {t`Persons in several cohorts, left out of all: ${shortCount(data.inSeveralArms, rule)}.`}
      </Typography>
    </>
  );
}

function One({ arm, name, rule }: { arm: Arm; name: string; rule: DisclosureRule }) {
  const { t } = useLingui();
  const label = useLabel();
  const [box, width] = useWidth();
  const endWords: Record<CourseEnd, string> = {
    DIED: t`died`,
    NO_FURTHER_LINE: t`no further line`,
    LATER_LINE: t`a further line`,
  };
  const noTreatment = t`no systemic treatment known`;
  const others = t`other courses, or too few`;
  const lines = (course: Course) =>
    course.lines.length === 0 ? [none] : course.lines.map((line) => label(line));
  const names = [
    ...new Set(arm.courses.flatMap((course) => lines(course)).filter((each) => each !== none)),
  ];
  const columns = Math.max(1, ...arm.courses.map((course) => lines(course).length)) + 1;
  const nodeOf = (node: string) => {
    if (node === none) return { words: noTreatment, colour: grey };
    if (node === rest) return { words: others, colour: grey };
    const end = ends.find((each) => node === ` ${each}`);
    if (end)
      return {
        words: endWords[end],
        colour: end === 'DIED' ? 'var(--mui-palette-text-primary)' : grey,
      };
    return { words: node, colour: hues[names.indexOf(node) % hues.length] ?? grey };
  };
  const paths = [
    ...arm.courses.map((course) => ({
      nodes: [...lines(course), ` ${course.end}`],
      value: course.persons.value ?? 0,
    })),
    { nodes: [rest], value: arm.rest.value ?? 0 },
  ];
  const words = (course: Course) =>
    [
      ...lines(course).map((line) => (line === none ? noTreatment : line)),
      endWords[course.end],
    ].join(' → ');
  const largest = arm.courses
    .slice(0, 3)
    .map((course) => `${words(course)}: ${shortCount(course.persons, rule)}`)
    .join('; ');
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <ArmHeading name={name} persons={arm.persons} rule={rule} />
      {arm.courses.length === 0 ? (
        <Empty>
          <Trans>No course of treatment has enough persons to be told.</Trans>
        </Empty>
      ) : (
        <Box ref={box} data-courses sx={{ minWidth: 0 }}>
          <Sankey
            label={t`Courses of treatment of ${name}; the commonest: ${largest}`}
            scrolls={t`Courses of treatment of ${name}, scrolls sideways`}
            paths={paths}
            headings={Array.from({ length: columns }, (_, i) => t`treatment line ${i + 1}`)}
            nodeOf={nodeOf}
            last={new Set([...ends.map((end) => ` ${end}`), none, rest])}
            width={width}
          />
          <SimpleTable
            label={t`Courses of treatment of ${name}`}
            rows={[
              ...arm.courses.map((course) => ({ words: words(course), persons: course.persons })),
              { words: others, persons: arm.rest },
            ]}
            rowKey={(row) => row.words}
            maxHeight={260}
            columns={[
              { header: t`Course`, leastWidth: 220, cell: (row) => row.words },
              {
                header: t`Persons`,
                align: 'right',
                cell: (row) => shortCount(row.persons, rule),
              },
            ]}
          />
        </Box>
      )}
    </Box>
  );
}
