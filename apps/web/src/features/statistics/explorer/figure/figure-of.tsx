/** The drawing that an answer is made for; most are lines, bars or a heat map. */
import type { ComponentProps } from 'react';
import { AnswerFigure } from './answer-figure.tsx';
import { CurvesFigure } from './curves/curves-figure.tsx';
import { curvesOf } from './curves/curves-of.ts';
import { MapsFigure } from './maps/maps-figure.tsx';
import { mapsOf } from './maps/maps-of.ts';
import { ProjectionFigure } from './projection/projection-figure.tsx';

export function FigureOf(props: ComponentProps<typeof AnswerFigure>) {
  const [one, ...others] = props.shown;
  if (others.length > 0) return <AnswerFigure {...props} />;
  if (one.table.projections.length > 0) return <ProjectionFigure {...props} shown={one} />;
  const curves = curvesOf(one.table);
  if (curves !== null) return <CurvesFigure {...props} shown={one} curves={curves} />;
  const maps = mapsOf(one.table);
  return maps === null ? (
    <AnswerFigure {...props} />
  ) : (
    <MapsFigure {...props} shown={one} maps={maps} />
  );
}
