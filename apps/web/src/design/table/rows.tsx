/** The two faces of a table: rows under a header, and cards. */
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import Box from '@mui/material/Box';
import { Icon } from '../icon.tsx';
import { Outdated } from '../outdated.tsx';
import { nothing } from './empty.ts';
import { type Column, leastWidth } from './model.ts';
import type { DataTableProps } from './properties.ts';
import { WhyNot } from './why-not.tsx';
import type { Window } from './window.ts';

export type FaceProps<Row> = DataTableProps<Row> & {
  ordered: Row[];
  /** Null where every row is drawn. */
  window: Window | null;
};

const cell = {
  px: 1.25,
  py: 0.75,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;

/** What does not fit ends in an ellipsis; the ring around what has the focus still shows. */
const shortened = {
  overflow: 'clip',
  overflowClipMargin: '4px',
  textOverflow: 'ellipsis',
  verticalAlign: 'bottom',
} as const;

/** The rows that are drawn, each where it stands: in its turn, or at its place of a table that is drawn in part. */
function drawn<Row>(
  window: Window | null,
  ordered: readonly Row[],
  rowKey: (row: Row) => string,
): { index: number; key: React.Key; row: Row; place?: React.CSSProperties }[] {
  if (!window) return ordered.map((row, index) => ({ index, key: rowKey(row), row }));
  return window.items.flatMap(({ index, start }) => {
    const row = ordered[index];
    if (row === undefined) return [];
    const transform = `translateY(${start}px)`;
    const place = { position: 'absolute', top: 0, left: 0, width: '100%', transform } as const;
    return [{ index, key: rowKey(row), row, place }];
  });
}

/** Rows under a header that stays. */
export function Rows<Row>(props: FaceProps<Row>) {
  const { columns, ordered, rowKey, window, total, label, outdated = false } = props;
  const tracks = columns.map((c) => c.width).join(' ');
  const row = { display: 'grid', gridTemplateColumns: tracks, alignItems: 'center' };
  return (
    <Box
      role="table"
      aria-label={label}
      aria-rowcount={(total ?? ordered.length) + 1}
      aria-colcount={columns.length}
      sx={{ fontSize: '0.8125rem', minWidth: leastWidth(columns) }}
    >
      <Box
        role="rowgroup"
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 2,
          bgcolor: 'background.paper',
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Box role="row" aria-rowindex={1} sx={row}>
          {columns.map((column) => (
            <Header key={column.id} column={column} {...props} />
          ))}
        </Box>
      </Box>
      <Outdated
        outdated={outdated}
        role="rowgroup"
        sx={{ position: 'relative', ...(window && { height: window.height }) }}
      >
        {drawn(window, ordered, rowKey).map(({ index, key, row: data, place }) => {
          return (
            <Box
              key={key}
              ref={window?.measure}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              style={place}
              sx={{
                ...row,
                borderBottom: '1px solid',
                borderColor: 'divider',
                '&:hover': { bgcolor: 'action.hover' },
              }}
            >
              {columns.map((column) => (
                <Box
                  key={column.id}
                  role="cell"
                  sx={{
                    ...cell,
                    textAlign: column.align ?? 'start',
                    ...(column.wraps ? { whiteSpace: 'normal', overflow: 'visible' } : {}),
                  }}
                >
                  {/* As a block of its own a date goes to the next line whole. */}
                  <Box
                    component="span"
                    sx={{
                      display: 'inline-block',
                      maxWidth: '100%',
                      ...(column.wraps ? {} : shortened),
                    }}
                  >
                    {column.cell(data) ?? nothing}
                  </Box>
                </Box>
              ))}
            </Box>
          );
        })}
      </Outdated>
    </Box>
  );
}

function Header<Row>({
  column,
  sorting,
  onSort,
}: { column: Column<Row> } & Pick<DataTableProps<Row>, 'sorting' | 'onSort'>) {
  const own = sorting?.find((s) => s.id === column.id);
  const orders = (column.order !== undefined || column.asked) && onSort !== undefined;
  return (
    <Box
      role="columnheader"
      aria-sort={own ? (own.desc ? 'descending' : 'ascending') : undefined}
      sx={{
        ...cell,
        color: 'text.secondary',
        fontSize: '0.75rem',
        fontWeight: 600,
        textAlign: column.align ?? 'start',
      }}
    >
      {orders ? (
        <Box
          component="button"
          type="button"
          onClick={() =>
            onSort([{ id: column.id, desc: own ? !own.desc : column.align === 'end' }])
          }
          sx={{
            all: 'unset',
            cursor: 'pointer',
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.25,
            '&:hover': { color: 'text.primary' },
            '&:focus-visible': {
              outline: '2px solid var(--mui-palette-primary-main)',
              outlineOffset: -2,
            },
          }}
        >
          {column.header}
          {own && <Icon path={own.desc ? mdiArrowDown : mdiArrowUp} sx={{ fontSize: 14 }} />}
        </Box>
      ) : column.unordered && onSort ? (
        <WhyNot reason={column.unordered}>{column.header}</WhyNot>
      ) : (
        column.header
      )}
    </Box>
  );
}

/** One card a row: the first column is its title, the others follow with their names. */
export function Cards<Row>({
  columns,
  ordered,
  rowKey,
  window,
  label,
  total,
  outdated = false,
}: FaceProps<Row>) {
  const [title, ...others] = columns.filter((c) => !c.wideOnly);
  return (
    <Outdated
      outdated={outdated}
      role="list"
      aria-label={label}
      sx={{
        position: 'relative',
        fontSize: '0.8125rem',
        ...(window && { height: window.height }),
      }}
    >
      {drawn(window, ordered, rowKey).map(({ index, key, row: data, place }) => {
        if (!title) return null;
        return (
          <Box
            key={key}
            ref={window?.measure}
            data-index={index}
            role="listitem"
            aria-posinset={index + 1}
            aria-setsize={total ?? ordered.length}
            style={place}
            sx={{
              boxSizing: 'border-box',
              px: 2,
              py: 1.25,
              borderBottom: '1px solid',
              borderColor: 'divider',
            }}
          >
            <Box sx={{ fontWeight: 600, fontSize: '0.9375rem', mb: 0.25 }}>{title.cell(data)}</Box>
            <Box
              sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 2, rowGap: 0.25 }}
            >
              {others.map((column) => (
                <Box key={column.id} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Box
                    component="span"
                    sx={{ fontSize: '0.75rem', color: 'text.secondary', mr: 0.75 }}
                  >
                    {column.header}
                  </Box>
                  {/* As a block of its own a date goes to the next line whole. */}
                  <Box component="span" sx={{ display: 'inline-block', maxWidth: '100%' }}>
                    {column.cell(data) ?? nothing}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Outdated>
  );
}
