/** The South China Sea in a frame of its own, as maps of the country have it. */
import drawing from 'virtual:province-map';

export function SeaInset({ fillOf }: { fillOf: (code: string) => string }) {
  const { x, y, width, height, marks, islands } = drawing.inset;
  const line = 'var(--mui-palette-text-secondary)';
  return (
    <g transform={`translate(${x} ${y})`} pointerEvents="none">
      <rect
        width={width}
        height={height}
        fill="var(--mui-palette-background-paper)"
        stroke={line}
      />
      {drawing.provinces.map(
        (p) =>
          p.inset && (
            <path
              key={p.code}
              d={p.inset}
              fill={fillOf(p.code)}
              stroke="var(--mui-palette-background-paper)"
              strokeWidth={0.6}
            />
          ),
      )}
      <path d={islands} fill="none" stroke={line} strokeWidth={2} strokeLinecap="round" />
      <path d={marks} fill={line} stroke={line} strokeWidth={1.2} />
    </g>
  );
}
