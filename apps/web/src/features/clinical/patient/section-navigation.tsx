/** The sections as links, so that each can be opened in a tab of its own and sent to a colleague. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { wide } from '../../../design/theme.ts';
import { type Section, sectionNames, sections } from './sections.ts';

export function SectionNavigation({ patientId, current }: { patientId: string; current: Section }) {
  const { i18n, t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  // Where the list scrolls sideways, the current section is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect follows the section
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (link) list.current?.scrollTo({ left: link.offsetLeft - 48 });
  }, [current]);
  return (
    <Box
      component="nav"
      aria-label={t`Sections of the patient’s page`}
      sx={{
        position: 'sticky',
        top: { xs: -12, [wide]: -16 },
        zIndex: 10,
        mx: { xs: -1.5, [wide]: -2.5 },
        px: { xs: 1.5, [wide]: 2.5 },
        bgcolor: 'background.default',
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box
        component="ul"
        ref={list}
        sx={{
          m: 0,
          p: 0,
          display: 'flex',
          columnGap: 0.5,
          // Where there is room for two lines, all sections are in sight; on a narrow screen the list scrolls.
          flexWrap: { xs: 'nowrap', [wide]: 'wrap' },
          listStyle: 'none',
          overflowX: 'auto',
          scrollbarWidth: 'none',
          position: 'relative',
        }}
      >
        {sections.map((section) => (
          <li key={section}>
            <AppLink
              to="/clinical/patients/$patientId/{-$section}"
              params={{ patientId, section: section === 'overview' ? undefined : section }}
              search={{}}
              resetScroll={false}
              preload={false}
              activeOptions={{ exact: true, includeSearch: false }}
              underline="none"
              sx={{
                display: 'block',
                px: 1,
                py: { xs: 1, [wide]: 0.625 },
                fontSize: '0.8125rem',
                whiteSpace: 'nowrap',
                color: 'text.secondary',
                borderBottom: '2px solid transparent',
                '&:hover': { color: 'text.primary' },
                '&:focus-visible': { outlineOffset: -2 },
                '&[aria-current=page]': {
                  color: 'primary.main',
                  fontWeight: 650,
                  borderColor: 'primary.main',
                },
              }}
            >
              {i18n._(sectionNames[section])}
            </AppLink>
          </li>
        ))}
      </Box>
    </Box>
  );
}
