/** One stack of pictures on the stage, drawn by Cornerstone. */
import {
  Enums,
  eventTarget,
  getRenderingEngine,
  RenderingEngine,
  type Types,
} from '@cornerstonejs/core';
import { Enums as ToolEnums, type Types as ToolTypes, utilities } from '@cornerstonejs/tools';
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { useEffect, useRef, useState } from 'react';
import { announce, pictureOf, startCornerstone } from './cornerstone.ts';
import { type Drawing, drawingOf, showSaved } from './drawn.ts';
import type { Picture } from './instance.ts';
import type { Measurement } from './measurements.ts';
import { type Placed, placedOn } from './placed.ts';
import { bindTool, type Tool, toolGroup } from './tools.ts';

const ENGINE = 'nodp';
const engine = () => getRenderingEngine(ENGINE) ?? new RenderingEngine(ENGINE);

export interface Window {
  readonly centre: number;
  readonly width: number;
}

export interface StageViewportProps {
  /** The same for as long as it stands on the page. */
  readonly id: string;
  readonly pictures: readonly Picture[];
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly tool: Tool;
  /** Null: as in the file. */
  readonly window: Window | null;
  readonly inverted: boolean;
  /** Raised to see the whole picture again. */
  readonly reset: number;
  readonly measurements: readonly Measurement[];
  readonly onDrawn: (drawing: Drawing) => void;
  readonly linesOf: Parameters<typeof toolGroup>[0];
  readonly byCpu: boolean;
  readonly onFailed: (error: Error) => void;
  /** Told what is drawn, and where. */
  readonly onPlaced: (placed: Placed) => void;
}

export function StageViewport(props: StageViewportProps) {
  const { id, pictures, at, tool, window, inverted, reset, measurements, byCpu } = props;
  const { t } = useLingui();
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [viewport, setViewport] = useState<Types.IStackViewport | null>(null);
  const [drawn, setDrawn] = useState<readonly Picture[] | null>(null);

  useEffect(() => {
    const at = element.current;
    if (at === null) return;
    let gone = false;
    const onImage = (event: Event) =>
      latest.current.onAt((event as CustomEvent<{ imageIdIndex: number }>).detail.imageIdIndex);
    const onRendered = () => {
      const shown = getRenderingEngine(ENGINE)?.getViewport(id) as Types.IStackViewport | undefined;
      const picture = shown && pictureOf(shown.getCurrentImageId() ?? '');
      if (shown && picture) latest.current.onPlaced(placedOn(shown, picture));
    };
    const sized = new ResizeObserver(() => getRenderingEngine(ENGINE)?.resize(true, false));
    startCornerstone(byCpu)
      .then(() => {
        if (gone) return;
        const made = engine();
        made.enableElement({
          ...{ viewportId: id, element: at, type: Enums.ViewportType.STACK },
          defaultOptions: { background: [0, 0, 0] },
        });
        toolGroup((data, target) => latest.current.linesOf(data, target)).addViewport(id, ENGINE);
        at.addEventListener(Enums.Events.STACK_NEW_IMAGE, onImage);
        at.addEventListener(Enums.Events.IMAGE_RENDERED, onRendered);
        sized.observe(at);
        setViewport(made.getViewport(id) as Types.IStackViewport);
      })
      .catch((error: Error) => latest.current.onFailed(error));
    return () => {
      gone = true;
      sized.disconnect();
      at.removeEventListener(Enums.Events.STACK_NEW_IMAGE, onImage);
      at.removeEventListener(Enums.Events.IMAGE_RENDERED, onRendered);
      setViewport(null);
      const made = getRenderingEngine(ENGINE);
      if (made?.getViewport(id) === undefined) return;
      toolGroup(() => undefined).removeViewports(ENGINE, id);
      made.disableElement(id);
    };
  }, [id, byCpu]);

  useEffect(() => {
    if (viewport === null) return;
    const onDrawn = (event: Event) => {
      const { annotation } = (event as CustomEvent<{ annotation: ToolTypes.Annotation }>).detail;
      const drawing = drawingOf(annotation);
      const isOwn = latest.current.pictures.some(
        ({ imageId }) => imageId === drawing?.picture.imageId,
      );
      if (drawing !== null && isOwn) latest.current.onDrawn(drawing);
    };
    const events = [ToolEnums.Events.ANNOTATION_COMPLETED, ToolEnums.Events.ANNOTATION_MODIFIED];
    for (const name of events) eventTarget.addEventListener(name, onDrawn);
    return () => {
      for (const name of events) eventTarget.removeEventListener(name, onDrawn);
    };
  }, [viewport]);

  useEffect(() => {
    if (viewport === null || pictures.length === 0) return;
    announce(pictures);
    viewport
      .setStack(
        pictures.map(({ imageId }) => imageId),
        Math.min(latest.current.at, pictures.length - 1),
      )
      .then(() => {
        viewport.render();
        setDrawn(pictures);
        const holder = element.current;
        if (holder !== null) {
          showSaved(holder, latest.current.measurements, pictures);
          viewport.render();
          // What is scrolled to next is fetched before.
          utilities.stackPrefetch.enable(holder);
        }
      })
      .catch((error: Error) => latest.current.onFailed(error));
  }, [viewport, pictures]);

  useEffect(() => {
    if (viewport === null || viewport.getImageIds().length === 0) return;
    if (viewport.getCurrentImageIdIndex() === at || at >= viewport.getImageIds().length) return;
    viewport.setImageIdIndex(at).catch((error: Error) => latest.current.onFailed(error));
  }, [viewport, at]);

  useEffect(() => {
    if (viewport !== null)
      bindTool(
        toolGroup(() => undefined),
        tool,
      );
  }, [viewport, tool]);

  useEffect(() => {
    const first = pictures[0];
    if (viewport === null || first === undefined || viewport.getImageIds().length === 0) return;
    const shown = window ?? first.window;
    viewport.setProperties({
      ...(shown !== null && {
        voiRange: { lower: shown.centre - shown.width / 2, upper: shown.centre + shown.width / 2 },
      }),
      invert: inverted !== first.inverted,
    });
    viewport.render();
  }, [viewport, window, inverted, pictures]);

  useEffect(() => {
    if (viewport === null || reset === 0) return;
    viewport.resetCamera();
    viewport.render();
  }, [viewport, reset]);

  useEffect(() => {
    const holder = element.current;
    if (viewport === null || holder === null || viewport.getImageIds().length === 0) return;
    showSaved(holder, measurements, latest.current.pictures);
    viewport.render();
  }, [viewport, measurements]);

  const isReady = drawn === pictures;
  return (
    <>
      <Box
        ref={element}
        data-ready={isReady}
        onContextMenu={(event) => event.preventDefault()}
        sx={{
          ...{ position: 'absolute', inset: 0, touchAction: 'none' },
          // What is drawn before there is a picture lies nowhere on it.
          pointerEvents: isReady ? 'auto' : 'none',
        }}
      />
      {!isReady && (
        <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }}>
          <CircularProgress aria-label={t`Opening the images`} />
        </Box>
      )}
    </>
  );
}
